package io.axptoken.push.settings.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushSchemaTest {
  private static final String KEY = "czNjcjN0LW1hc3Rlci1rZXktb2YtMzItYnl0ZXMtISE=";
  private static final String HASH = "0".repeat(64);

  @TempDir private Path folder;

  private Loaded<PushSettings> load(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("push.yaml"), yaml);
    return RawConfiguration.read(PushSchema.SCHEMA, file, Map.of(), Map.of()).resolve().loaded();
  }

  private PushSettings valid(String yaml) throws Exception {
    Loaded<PushSettings> loaded = load(yaml);
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    return ((Loaded.Valid<PushSettings>) loaded).settings();
  }

  private String problems(String yaml) throws Exception {
    Loaded<PushSettings> loaded = load(yaml);
    assertThat(loaded).isInstanceOf(Loaded.Invalid.class);
    return ((Loaded.Invalid<PushSettings>) loaded).problems().toString();
  }

  @Test
  void aMasterKeyIsAllThatItNeeds() throws Exception {
    PushSettings settings = valid("keys: { masterKey: " + KEY + " }");

    assertThat(settings.server().port()).isEqualTo(3002);
    assertThat(settings.management().port()).isEqualTo(9092);
    assertThat(settings.dataDirectory()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.database().isEmbedded()).isTrue();
    assertThat(settings.registration().open()).isTrue();
    assertThat(settings.callback().isOpen()).isTrue();
    assertThat(settings.limits().burst()).isEqualTo(20);
    assertThat(settings.fcm().baseUrl()).isEqualTo(URI.create("https://fcm.googleapis.com"));
    assertThat(settings.fcm().firstRetry()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.fcm().maxAttempts()).isEqualTo(8);
    assertThat(settings.fcm().deadline()).isEqualTo(Duration.ofDays(1));
    assertThat(settings.fcm().fallback().title()).isEqualTo("Messaging");
    assertThat(settings.fcm().fallback().body()).isEqualTo("You have a new message");
    assertThat(settings.retention().delivered()).isEqualTo(Duration.ofDays(3));
    assertThat(settings.retention().staleDevices()).isEqualTo(Duration.ofDays(270));
  }

  @Test
  void everythingCanBeSet() throws Exception {
    Files.writeString(folder.resolve("master.key"), KEY + "\n");
    PushSettings settings =
        valid(
            """
            dataDirectory: kept
            database: { url: "jdbc:postgresql://db/push", username: push, password: s3cr3t }
            keys: { masterKey: "${file:master.key}", previousMasterKeys: [%s] }
            admin: { keys: { ops: %s } }
            registration: { open: false, token: s3cr3t-of-the-devices }
            callback: { secret: s3cr3t-segment-of-path, header: "X-Name: value", allowFrom: [10.0.0.0/8] }
            fcm: { baseUrl: "http://127.0.0.1:9", firstRetry: 1s, maxAttempts: 3, deadline: 2h, fallback: { title: T, body: B } }
            retention: { delivered: 1d, staleDevices: 30d }
            """
                .formatted(KEY, HASH));

    assertThat(settings.dataDirectory()).isEqualTo(folder.resolve("kept"));
    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db/push");
    assertThat(settings.keys().masterKey()).isEqualTo(Secret.of(KEY));
    assertThat(settings.keys().previousMasterKeys()).hasSize(1);
    assertThat(settings.adminKeys()).isEqualTo(Map.of("ops", List.of(HASH)));
    assertThat(settings.registration().open()).isFalse();
    assertThat(settings.callback().allowFrom()).containsExactly("10.0.0.0/8");
    assertThat(settings.fcm().deadline()).isEqualTo(Duration.ofHours(2));
    assertThat(settings.toString()).doesNotContain("s3cr3t", KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keys: { masterKey: short }|keys.masterKey",
        "database: { url: jdbc:mysql://x }|database.url",
        "registration: { open: false }|registration.token",
        "registration: { token: short }|registration.token",
        "callback: { secret: a/b }|callback.secret",
        "callback: { header: nonsense }|callback.header",
        "callback: { allowFrom: [300.1.1.1] }|callback.allowFrom",
        "fcm: { baseUrl: http://fcm.example.com }|fcm.baseUrl",
        "fcm: { firstRetry: 10 }|fcm.firstRetry",
        "fcm: { deadlin: 1h }|did you mean fcm.deadline",
        "retention: { delivered: 1s }|retention.delivered",
        "admin: { keys: { ops: a-key-itself } }|admin.keys"
      })
  void whatIsWrongIsNamed(String yaml, String named) throws Exception {
    String whole = yaml.startsWith("keys:") ? yaml : yaml + "\nkeys: { masterKey: " + KEY + " }";

    assertThat(problems(whole)).contains(named);
  }

  @Test
  void aMissingMasterKeyIsAProblem() throws Exception {
    assertThat(problems("server: { port: 1 }")).contains("keys.masterKey", "is required");
  }
}
