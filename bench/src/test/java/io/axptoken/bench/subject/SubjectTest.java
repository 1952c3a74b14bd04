package io.axptoken.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.tls.BenchCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SubjectTest {
  private static final URI STUB = URI.create("http://127.0.0.1:4711");

  @Test
  void theServerIsStartedWithItsConfigurationOnAPortOfItsOwn() throws IOException {
    try (Workspace workspace = Workspace.create()) {
      Subject subject =
          TokenServer.subject(
              workspace, Setup.bare(), STUB, "bin/token-server serve --config {config}");
      Path config = workspace.folder().resolve("token-server.yaml");
      assertThat(subject.command())
          .containsExactly("bin/token-server", "serve", "--config", config.toString());
      assertThat(config)
          .content()
          .contains("hostName: http://127.0.0.1:4711\n", "modes: [claimed]", "limits: {")
          .contains("server: { port: " + subject.tokenUri().getPort() + ",");
    }
  }

  @Test
  void withACertificateEverybodySpeaksTls() throws Exception {
    try (Workspace workspace = Workspace.create()) {
      BenchCertificate certificate = BenchCertificate.make(workspace);
      Setup setup = new Setup("", Setup.CLAIMED, true, certificate);
      URI stub = URI.create("https://127.0.0.1:4711");
      Subject server = TokenServer.subject(workspace, setup, stub, "x");
      Subject nginx = Nginx.subject(workspace, stub, certificate);

      assertThat(server.reuses()).isTrue();
      assertThat(server.tokenUri()).hasScheme("https");
      assertThat(workspace.folder().resolve("token-server.yaml"))
          .content()
          .contains("ssl: true", "hostName: https://127.0.0.1:4711\n")
          .contains("caCertificatePath: " + certificate.certificate());
      assertThat(nginx.tokenUri()).hasScheme("https");
      assertThat(workspace.folder().resolve("nginx.conf"))
          .content()
          .contains(" ssl;", "proxy_pass https://", "proxy_ssl_verify on;");
    }
  }

  @Test
  void nginxKeepsItsConnectionsToTheStubAndAllItsFilesWithinTheWorkspace() throws IOException {
    try (Workspace workspace = Workspace.create()) {
      Subject subject = Nginx.subject(workspace, STUB, null);
      assertThat(subject.command()).contains("-p", workspace.folder().resolve("nginx") + "/");
      assertThat(Files.readString(workspace.folder().resolve("nginx.conf")))
          .contains(
              "server 127.0.0.1:4711;", "keepalive 512;", "access_log off;", "worker_processes 1;")
          .contains("listen 127.0.0.1:" + subject.tokenUri().getPort() + ";")
          .doesNotContain("/var/");
    }
  }
}
