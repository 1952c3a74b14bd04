package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code server.conf.json} of the vendor's backend for the Chat SDK, with its own names. */
class ImportOfOlderFileTest {
  private static final String OLDER =
      """
      {
        "realm": "ABCDEF", "labFQDN": "eu.api.avayacloud.com",
        "clientId": "client", "clientSecret": "s3cr3t", "appkey": "key",
        "integrationId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "ttl": "45", "port": 3001,
        "secure": true, "passphrase": "s3cr3t-too",
        "certificatePath": "certs/chain.pem", "privateKeyPath": "certs/key.pem",
        "allowedOrigins": ["https://shop.example"],
        "logLevel": "debug"
      }
      """;

  @TempDir Path folder = Path.of("");

  private Path write(String text) throws IOException {
    Path certificates = Files.createDirectories(folder.resolve("certs"));
    Files.writeString(certificates.resolve("chain.pem"), "");
    Files.writeString(certificates.resolve("key.pem"), "");
    return Files.writeString(folder.resolve("server.conf.json"), text);
  }

  @Test
  void everySettingOfItHasItsPlaceHere() throws IOException {
    Path output = folder.resolve("my.yaml");
    Program program = new Program();

    int code = program.run("import", write(OLDER).toString(), "--output", output.toString());

    assertThat(program.err())
        .contains("Not carried: logLevel (line 9, column 15): there is no such setting here")
        .contains("Note: server.chatSdkEndpoint is true")
        .containsOnlyOnce("Not carried")
        .doesNotContain("Missing", "Still wrong", "s3cr3t");
    assertThat(code).isZero();
    Settings settings =
        ((Loaded.Valid<Settings>) SettingsLoader.load(output, Map.of(), Map.of())).settings();
    assertThat(settings.axp().accountId()).isEqualTo("ABCDEF");
    assertThat(settings.axp().hostName()).isEqualTo("eu.api.avayacloud.com");
    assertThat(settings.axp().appKey()).isEqualTo("key");
    assertThat(settings.axp().clientSecret().reveal()).isEqualTo("s3cr3t");
    assertThat(settings.axp().jwtValidityInterval()).isEqualTo(Duration.ofMinutes(45));
    assertThat(settings.chatSdkEndpoint()).isTrue();
    assertThat(settings.server().port()).isEqualTo(3001);
    assertThat(settings.server().ssl()).isTrue();
    assertThat(settings.server().allowedOrigins()).containsExactly("https://shop.example");
    assertThat(Files.readString(output))
        .contains("sslCertificatePath: " + folder.resolve("certs/chain.pem"))
        .contains("sslPrivateKeyPath: " + folder.resolve("certs/key.pem"))
        .contains("my.yaml.pass-phrase");
  }

  @Test
  void whatIsMissingIsNamedAndNoSuccess() throws IOException {
    Path file =
        write(OLDER.replace("\"appkey\": \"key\",", "").replace("\"ABCDEF\"", "\"<Realm>\""));
    for (String[] more : new String[][] {{}, {"--output", folder.resolve("o.yaml").toString()}}) {
      Program program = new Program();

      int code =
          more.length == 0
              ? program.run("import", file.toString())
              : program.run("import", file.toString(), more[0], more[1]);

      assertThat(code).isEqualTo(1);
      assertThat(program.err())
          .contains("Missing: axp.appKey. Without it there are no tokens.")
          .contains("Missing: axp.accountId.")
          .doesNotContain("Missing: axp.clientId");
    }
  }
}
