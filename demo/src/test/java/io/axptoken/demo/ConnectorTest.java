package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.demo.playground.PushRoute;
import io.axptoken.sandbox.AxpSandbox;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The demo's push connector: known to the token server's callers, and gone when the demo is. */
final class ConnectorTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theTokenServersAnswersNameIt() throws Exception {
    Demo demo = WarmDemo.start();
    try (demo) {
      JsonObject config = new JsonObject(get(demo.page().resolve("/config")).body());

      PushRoute route = demo.connector().route();
      assertThat(config.getString("fcmConnectorBaseUrl")).isEqualTo(route.connector().toString());
      assertThat(config.getString("configId")).isEqualTo(route.configId());
    }
  }

  @Test
  void whatItIsConfiguredWithIsForWhoHasTheKey() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start();
        Connector connector = Connector.start(sandbox, 0, 0)) {
      assertThat(get(connector.route().configuration()).statusCode()).isEqualTo(401);
      assertThat(sandbox.chat().pushCallbacks().callback().orElseThrow().uri())
          .isEqualTo(connector.route().callback());
    }
  }

  @Test
  void itsDataEndWithIt() {
    try (AxpSandbox sandbox = AxpSandbox.start()) {
      Connector connector = Connector.start(sandbox, 0, 0);
      Path folder = connector.folder();
      assertThat(folder.resolve("data")).isNotEmptyDirectory();

      connector.close();

      assertThat(folder).doesNotExist();
      assertThat(sandbox.chat().pushCallbacks().callback()).isEmpty();
    }
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
