package io.axptoken.sandbox.config;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxAccount.Platform;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.sandbox.tls.HttpsOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The sandbox's configuration file: YAML, of which JSON is a part. */
public final class SandboxConfig {
  /** Where the command line listens unless told otherwise. */
  public static final int DEFAULT_PORT = 3001;

  private static final List<String> KEYS =
      List.of("host", "port", "accessTokenLifetimeSeconds", "https", "pushCallback", "accounts");
  private static final List<String> HTTPS_KEYS = List.of("port", "names", "caFile");
  private static final List<String> ACCOUNT_KEYS =
      List.of("platform", "accountId", "integrationId", "clientId", "clientSecret", "appKey");
  private static final List<String> PLATFORMS = List.of("axp", "infinity");
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_LIFETIME_SECONDS = 86_400;

  private final List<String> problems = new ArrayList<>();

  private SandboxConfig() {}

  /**
   * The options that a file names; what it does not name is as by default, of each account too.
   *
   * @throws SandboxConfigException if the file cannot be read or used
   */
  public static SandboxOptions load(Path file) throws SandboxConfigException {
    SandboxConfig config = new SandboxConfig();
    SandboxOptions options = config.options(parse(file));
    if (!config.problems.isEmpty()) {
      throw new SandboxConfigException(config.problems);
    }
    return options;
  }

  private static @Nullable Object parse(Path file) throws SandboxConfigException {
    try {
      check(file);
      return new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new SandboxConfigException(List.of(file + ": there is no such file"));
    } catch (IOException e) {
      throw new SandboxConfigException(List.of(file + ": cannot be read as text"));
    } catch (YamlEngineException e) {
      throw new SandboxConfigException(List.of(file + ": is not YAML" + where(e)));
    }
  }

  private static void check(Path file) throws IOException, SandboxConfigException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new SandboxConfigException(List.of(file + ": is not a regular file"));
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new SandboxConfigException(List.of(file + ": is larger than 1 MiB"));
    }
  }

  /** The place only: the parser's own message quotes the line, and a secret may stand there. */
  private static String where(YamlEngineException failure) {
    return failure instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> ", see line " + (mark.getLine() + 1)).orElse("")
        : "";
  }

  private static SandboxOptions pushCallback(Section root, SandboxOptions options) {
    String uri =
        root.text(
            "pushCallback", "", SandboxConfig::isCallback, "must be an http or https address");
    return uri.isEmpty()
        ? options
        : options.withChat(options.chat().withPushCallback(PushCallback.to(URI.create(uri))));
  }

  private static boolean isCallback(String text) {
    try {
      return PushCallback.isAddress(new URI(text));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private SandboxOptions options(@Nullable Object content) {
    Section root = new Section("", content, problems);
    root.allowOnly(KEYS);
    SandboxOptions defaults = SandboxOptions.defaults();
    int seconds =
        root.whole(
            "accessTokenLifetimeSeconds",
            (int) defaults.accessTokenLifetime().toSeconds(),
            1,
            MAX_LIFETIME_SECONDS);
    return pushCallback(root, https(root, defaults))
        .withHost(root.text("host", defaults.host(), text -> !text.isBlank(), "must be an address"))
        .withPort(root.whole("port", DEFAULT_PORT, 0, 65_535))
        .withAccessTokenLifetime(Duration.ofSeconds(seconds))
        .withAccounts(accounts(root.list("accounts")));
  }

  private SandboxOptions https(Section root, SandboxOptions options) {
    return root.section("https").map(section -> options.withHttps(https(section))).orElse(options);
  }

  private HttpsOptions https(Section section) {
    section.allowOnly(HTTPS_KEYS);
    HttpsOptions https =
        HttpsOptions.defaults()
            .withPort(section.whole("port", HttpsOptions.DEFAULT_PORT, 0, 65_535))
            .withNames(
                section.texts("names", HttpsOptions::isName, "must be DNS names or addresses"));
    String file = textOf(section, "caFile", "");
    return file.isEmpty() ? https : https.withCaFile(Path.of(file));
  }

  private List<SandboxAccount> accounts(@Nullable List<?> items) {
    if (items == null) {
      return SandboxOptions.defaults().accounts();
    }
    List<SandboxAccount> accounts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "accounts[" + i + "]";
      SandboxAccount account = account(new Section(path, items.get(i), problems));
      if (ids.add(account.accountId())) {
        accounts.add(account);
      } else {
        problems.add(path + ".accountId: is that of another account too");
      }
    }
    return accounts;
  }

  private SandboxAccount account(Section section) {
    section.allowOnly(ACCOUNT_KEYS);
    SandboxAccount defaults =
        section
                .text("platform", "axp", PLATFORMS::contains, "must be axp or infinity")
                .equals("axp")
            ? SandboxAccount.DEFAULT
            : SandboxAccount.DEFAULT_INFINITY;
    return new SandboxAccount(
        defaults.platform(),
        section.text(
            "accountId",
            defaults.accountId(),
            SandboxAccount::isAccountId,
            "must be six ASCII letters"),
        section.text(
            "integrationId",
            defaults.integrationId(),
            SandboxAccount::isUuid,
            "must be a UUID of 36 characters"),
        textOf(section, "clientId", defaults.clientId()),
        textOf(section, "clientSecret", defaults.clientSecret()),
        appKey(section, defaults));
  }

  private static String appKey(Section section, SandboxAccount defaults) {
    return defaults.platform() == Platform.AXP
        ? textOf(section, "appKey", defaults.appKey())
        : section.text("appKey", "", String::isEmpty, "must be left out: Infinity has none");
  }

  private static String textOf(Section section, String key, String defaultValue) {
    return section.text(
        key, defaultValue, text -> !text.isBlank(), "must be a text that is not empty");
  }
}
