package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyCommandTest {
  @TempDir Path folder = Path.of("");

  private static String newKey(String... args) {
    Program program = new Program();
    assertThat(program.run(args)).isZero();
    assertThat(program.err()).isEmpty();
    return program.out();
  }

  private static String key(String out) {
    return out.lines().findFirst().orElseThrow();
  }

  @Test
  void aKeyHas256RandomBitsAndAPrefixThatScannersKnow() {
    String first = key(newKey("apikey", "new"));
    String second = key(newKey("apikey", "new"));

    assertThat(first).matches("axpk_[A-Za-z0-9_-]{43}");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void theKeyIsPrintedOnceAndItsHashAsTheConfigurationWantsIt() throws Exception {
    String out = newKey("apikey", "new", "--name", "shop");
    String key = key(out);
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.US_ASCII)));

    assertThat(out.split(key, -1)).hasSize(2);
    Path file = folder.resolve("token-server.yaml");
    Files.writeString(file, out.substring(out.indexOf("identity:")));
    Map<String, String> account = new HashMap<>();
    account.put("AXP_HOST_NAME", "na.api.avayacloud.com");
    account.put("AXP_ACCOUNT_ID", "ABCDEF");
    account.put("AXP_INTEGRATION_ID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    account.put("AXP_CLIENT_ID", "client");
    account.put("AXP_CLIENT_SECRET", "s3cr3t");
    account.put("AXP_APP_KEY", "app-key");
    var loaded = (Loaded.Valid<Settings>) SettingsLoader.load(file, account, Map.of());
    assertThat(loaded.settings().identity().apiKey().keys())
        .isEqualTo(Map.of("shop", List.of(hash)));
  }

  @Test
  void helpTellsWhatItDoes() {
    assertThat(newKey("apikey", "new", "--help")).contains("Print a new key").contains("--name");
    assertThat(newKey("apikey", "--help")).contains("new");
    assertThat(newKey("--help")).contains("apikey");
  }
}
