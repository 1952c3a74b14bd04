package io.axptoken.server.command.sample;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the sample as ours are called: the same names, in the same sections. */
final class Target {
  static final String ORIGINS = "server.allowedOrigins";
  static final String CERTIFICATE = "server.sslCertificatePath";
  static final String PRIVATE_KEY = "server.sslPrivateKeyPath";
  static final String PASS_PHRASE = "server.sslPassPhrase";
  static final String CHAT_SDK = "server.chatSdkEndpoint";
  static final String CLIENT_SECRET = "axp.clientSecret";

  /** In the order in which they are written. */
  static final List<String> KEYS =
      List.of(
          "server.port",
          ORIGINS,
          "server.ssl",
          CERTIFICATE,
          PRIVATE_KEY,
          PASS_PHRASE,
          CHAT_SDK,
          "axp.hostName",
          "axp.accountId",
          "axp.integrationId",
          "axp.clientId",
          CLIENT_SECRET,
          "axp.appKey",
          "axp.jwtValidityInterval",
          "axp.callingRemoteAddress",
          "axp.fcmConnectorBaseUrl",
          "axp.configId");

  /** What the platform is not asked without. */
  static final List<String> REQUIRED =
      List.of(
          "axp.hostName",
          "axp.accountId",
          "axp.integrationId",
          "axp.clientId",
          CLIENT_SECRET,
          "axp.appKey");

  /** Other spellings, without regard to case, and the names of the older file. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("host", "axp.hostName"),
          entry("axphostname", "axp.hostName"),
          entry("axpintegrationid", "axp.integrationId"),
          entry("axpaccountid", "axp.accountId"),
          entry("labfqdn", "axp.hostName"),
          entry("realm", "axp.accountId"),
          entry("ttl", "axp.jwtValidityInterval"),
          entry("secure", "server.ssl"),
          entry("certificatepath", CERTIFICATE),
          entry("privatekeypath", PRIVATE_KEY),
          entry("passphrase", PASS_PHRASE));

  private Target() {}

  /** Where a setting goes, or {@code null} if we have none like it. */
  static @Nullable String of(Sample.Setting setting) {
    if (setting.path().size() > 1 && KEYS.contains(setting.key())) {
      return setting.key();
    }
    String plain = setting.name().replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    for (String key : KEYS) {
      if (key.substring(key.indexOf('.') + 1).toLowerCase(Locale.ROOT).equals(plain)) {
        return key;
      }
    }
    return ALIASES.get(plain);
  }

  static boolean isSecret(String key) {
    return key.equals(CLIENT_SECRET) || key.equals(PASS_PHRASE);
  }

  static boolean isPath(String key) {
    return key.equals(CERTIFICATE) || key.equals(PRIVATE_KEY);
  }
}
