package io.axptoken.demo.playground;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The API key of the backend that the demo plays: another one in each run, known to it alone. */
public record BackendKey(String value) {
  private static final int BYTES = 32;

  /** A new one. */
  public static BackendKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new BackendKey("axpk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the server's configuration has of it. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "BackendKey[REDACTED]";
  }
}
