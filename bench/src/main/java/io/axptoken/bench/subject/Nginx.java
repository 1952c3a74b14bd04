package io.axptoken.bench.subject;

import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.stub.UpstreamStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The yardstick: nginx that passes each request to the platform's token call, and nothing more. */
public final class Nginx {
  private Nginx() {}

  /** A private nginx with a folder, a configuration and a port of its own; one worker. */
  public static Subject subject(Workspace workspace, int stubPort) throws IOException {
    int port = FreePort.find();
    Path prefix = Files.createDirectories(workspace.folder().resolve("nginx"));
    Path config = workspace.write("nginx.conf", config(port, stubPort));
    List<String> command =
        List.of("nginx", "-p", prefix + "/", "-c", config.toString(), "-e", "stderr");
    return new Subject("nginx", Subject.loopback(port, "/token"), false, command);
  }

  // Bodies are passed on as they come; connections to the stub are kept, as the server keeps its
  // own.
  static String config(int port, int stubPort) {
    return """
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    error_log stderr warn;
    events { worker_connections 4096; }
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
        listen 127.0.0.1:%d;
        location = /token {
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_pass http://platform%s;
        }
      }
    }
    """
        .formatted(stubPort, port, UpstreamStub.END_USER_TOKEN_PATH);
  }
}
