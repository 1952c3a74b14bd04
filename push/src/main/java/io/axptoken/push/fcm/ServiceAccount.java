package io.axptoken.push.fcm;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A Google service account, as its JSON file has it.
 *
 * @param projectId of Firebase
 * @param clientEmail who it is
 * @param keyId which of its keys this is
 * @param key signs its requests for access tokens
 * @param tokenUri where it asks for them
 */
public record ServiceAccount(
    String projectId, String clientEmail, String keyId, RSAPrivateCrtKey key, URI tokenUri) {
  private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9.:-]{1,99}");
  private static final Pattern EMAIL = Pattern.compile("[!-~]{1,200}@[!-~]{1,100}");
  private static final String GOOGLE = "https://oauth2.googleapis.com/token";
  private static final int LEAST_BITS = 2048;

  /** Reads one; says what is wrong without showing any of the key. */
  public static ServiceAccount of(JsonObject json, TokenHosts hosts) throws UnusableAccount {
    String project = matching(json, "project_id", PROJECT);
    String email = matching(json, "client_email", EMAIL);
    RSAPrivateCrtKey key = key(text(json, "private_key"));
    String keyId = json.getValue("private_key_id") instanceof String id ? id : "";
    String uri = json.getValue("token_uri") instanceof String given ? given : GOOGLE;
    return new ServiceAccount(project, email, keyId, key, hosts.allowed(uri));
  }

  private static String text(JsonObject json, String name) throws UnusableAccount {
    if (json.getValue(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new UnusableAccount(name + " is missing: send the whole service-account file.");
  }

  private static String matching(JsonObject json, String name, Pattern form)
      throws UnusableAccount {
    String text = text(json, name);
    if (form.matcher(text).matches()) {
      return text;
    }
    throw new UnusableAccount(name + " is not as service-account files have it.");
  }

  private static RSAPrivateCrtKey key(String pem) throws UnusableAccount {
    String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes))
              instanceof RSAPrivateCrtKey key
          && key.getModulus().bitLength() >= LEAST_BITS) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Said below.
    }
    throw new UnusableAccount(
        "private_key is no RSA key of 2048 bits or more in PKCS #8: send the service-account file"
            + " as Firebase made it.");
  }

  /** The SHA-256 of the public key; the same key has the same one wherever it is. */
  public String fingerprint() {
    try {
      String numbers = key.getModulus() + ":" + key.getPublicExponent();
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(numbers.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "ServiceAccount[" + projectId + ", key=[REDACTED]]";
  }
}
