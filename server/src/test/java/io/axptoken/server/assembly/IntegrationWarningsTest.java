package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.testing.CapturedLogs;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Warnings about what integrations do that inherit the same identity. */
class IntegrationWarningsTest {
  private static final String KEY_HASH =
      "0f3e3fc69deb4e1ea1ab24a0a2e2a2c9b5b3b5c1f0d4c9f6a4cf9a4f7c6f5a10";

  @Test
  void thoseOfOneDoNotSilenceTheOthers(CapturedLogs logs) throws Exception {
    String yaml =
        """
        identity:
          modes: [apiKey, claimed]
          apiKey: { keys: { shop: %s } }
        integrations: { sales: {}, support: {} }
        """
            .formatted(KEY_HASH);
    try (AxpSandbox sandbox = AxpSandbox.start();
        ConfiguredServer server = ConfiguredServer.start(sandbox, yaml)) {
      for (String path : new String[] {"", "/integrations/sales", "/integrations/sales"}) {
        ask(server, path + "/token");
      }
    }

    assertThat(logs.messages(Level.WARNING))
        .filteredOn(line -> line.contains("look like e-mail addresses"))
        .hasSize(2)
        .anyMatch(line -> line.contains("[integration=default]"))
        .anyMatch(line -> line.contains("[integration=sales]"));
  }

  private static void ask(ConfiguredServer server, String path) throws Exception {
    var request =
        server
            .http()
            .request("POST", path)
            .header("content-type", "application/json")
            .method("POST", BodyPublishers.ofString("{\"userId\":\"cust0mer-1@shop.example\"}"));

    assertThat(server.http().send(request).statusCode()).isEqualTo(200);
  }
}
