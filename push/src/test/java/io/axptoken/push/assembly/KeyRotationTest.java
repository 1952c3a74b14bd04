package io.axptoken.push.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.TestConnector;
import io.axptoken.testing.CapturedLogs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Master keys are exchanged while the connector runs. */
class KeyRotationTest {
  private static final String NEXT = "czNjcjN0LWFub3RoZXIta2V5LW9mLTMyLWJ5dGVzISE=";

  @TempDir private Path folder;

  private static String with(String yaml, String keys) {
    return yaml.replace("masterKey: " + TestConnector.MASTER_KEY, keys);
  }

  @Test
  void anotherMasterKeyTakesOverAndTheFormerOneCanGo(CapturedLogs logs) throws Exception {
    try (StubFcm fcm = new StubFcm()) {
      String yaml = TestConnector.yaml(fcm.uri());
      String former = "[" + TestConnector.MASTER_KEY + "]";
      try (TestConnector connector = TestConnector.start(folder, yaml)) {
        connector.configure("c1", fcm.tokenUri());
        connector.register("and:1", "s1", "");
        connector.reload(with(yaml, "masterKey: " + NEXT + ", previousMasterKeys: " + former));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() ->
                logs.messages(Level.INFO).stream()
                    .anyMatch(line -> line.startsWith("1 service accounts were encrypted")));
      }
      try (TestConnector connector =
          TestConnector.start(folder, with(yaml, "masterKey: " + NEXT))) {
        connector.event("e1", "s1");
        await().atMost(Duration.ofSeconds(20)).until(() -> fcm.messages().size() == 1);
      }
    }
  }

  @Test
  void aMasterKeyThatIsGoneIsNamedAndLosesNoEvent() throws Exception {
    try (StubFcm fcm = new StubFcm()) {
      String yaml = TestConnector.yaml(fcm.uri());
      try (TestConnector connector = TestConnector.start(folder, yaml)) {
        connector.configure("c1", fcm.tokenUri());
        connector.register("and:1", "s1", "");
      }
      try (TestConnector connector =
          TestConnector.start(folder, with(yaml, "masterKey: " + NEXT))) {
        assertThat(connector.event("e1", "s1")).isEqualTo(200);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> connector.management("/health").contains("KEY_UNREADABLE"));
        connector.configure("c1", fcm.tokenUri());
        await().atMost(Duration.ofSeconds(45)).until(() -> fcm.messages().size() == 1);
      }
    }
  }
}
