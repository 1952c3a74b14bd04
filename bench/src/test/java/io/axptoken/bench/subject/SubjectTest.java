package io.axptoken.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SubjectTest {
  @Test
  void theServerIsStartedWithItsConfigurationOnAPortOfItsOwn() throws IOException {
    try (Workspace workspace = Workspace.create()) {
      Subject subject =
          TokenServer.subject(
              workspace, Scene.FRESH, 4711, "bin/token-server serve --config {config}");
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
  void theSceneDecidesWhetherTheServerMayGiveATokenTwice() throws IOException {
    try (Workspace workspace = Workspace.create()) {
      Path config = workspace.folder().resolve("token-server.yaml");
      assertThat(TokenServer.subject(workspace, Scene.FRESH, 4711, "x").reuses()).isFalse();
      assertThat(config).content().doesNotContain("reuse");
      assertThat(TokenServer.subject(workspace, Scene.REUSE, 4711, "x").reuses()).isTrue();
      assertThat(config).content().contains("tokens: { reuse: true,");
    }
  }

  @Test
  void nginxKeepsItsConnectionsToTheStubAndAllItsFilesWithinTheWorkspace() throws IOException {
    try (Workspace workspace = Workspace.create()) {
      Subject subject = Nginx.subject(workspace, 4711);
      assertThat(subject.command()).contains("-p", workspace.folder().resolve("nginx") + "/");
      assertThat(Files.readString(workspace.folder().resolve("nginx.conf")))
          .contains(
              "server 127.0.0.1:4711;", "keepalive 512;", "access_log off;", "worker_processes 1;")
          .contains("listen 127.0.0.1:" + subject.tokenUri().getPort() + ";")
          .doesNotContain("/var/");
    }
  }
}
