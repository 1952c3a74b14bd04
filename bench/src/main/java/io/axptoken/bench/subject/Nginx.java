package io.axptoken.bench.subject;

import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.stub.UpstreamStub;
import io.axptoken.bench.tls.BenchCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The yardstick: nginx that passes each request to the platform's token call, and nothing more. */
public final class Nginx {
  private Nginx() {}

  /**
   * A private nginx with a folder, a configuration and a port of its own; one worker. With a
   * certificate it speaks TLS on both sides.
   */
  public static Subject subject(
      Workspace workspace, URI stub, @Nullable BenchCertificate certificate) throws IOException {
    int port = FreePort.find();
    Path prefix = Files.createDirectories(workspace.folder().resolve("nginx"));
    Path config = workspace.write("nginx.conf", config(port, stub, certificate));
    List<String> command =
        List.of("nginx", "-p", prefix + "/", "-c", config.toString(), "-e", "stderr");
    URI uri = Subject.loopback(certificate != null, port, TokenRequests.PATH);
    return new Subject("nginx", uri, false, command);
  }

  // Bodies are passed on as they come; connections to the stub are kept, as the server keeps its
  // own.
  private static String config(int port, URI stub, @Nullable BenchCertificate certificate) {
    return """
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    error_log stderr warn;
    events { worker_connections 16384; }
    worker_rlimit_nofile 40000;
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      keepalive_requests 1000000000;
      upstream platform {
        server 127.0.0.1:%d;
        keepalive 512;
        keepalive_requests 1000000000;
      }
      server {
        listen 127.0.0.1:%d%s;
        location = /token {
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_pass %s://platform%s;
        }
      }
    }
    """
        .formatted(
            stub.getPort(),
            port,
            certificate == null ? "" : tls(certificate),
            stub.getScheme(),
            UpstreamStub.END_USER_TOKEN_PATH);
  }

  private static String tls(BenchCertificate certificate) {
    return """
     ssl;
        ssl_certificate %s;
        ssl_certificate_key %s;
        ssl_protocols TLSv1.3;
        proxy_ssl_protocols TLSv1.3;
        proxy_ssl_trusted_certificate %1$s;
        proxy_ssl_name 127.0.0.1;
        proxy_ssl_verify on\
    """
        .formatted(certificate.certificate(), certificate.key());
  }
}
