package io.axptoken.service.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A key that nobody had before. Its prefix lets scanners of code find keys that leaked. */
public final class NewApiKey {
  private static final String PREFIX = "axpk_";
  private static final int KEY_BYTES = 32;

  private final String text;

  private NewApiKey(String text) {
    this.text = text;
  }

  /** Makes one. */
  public static NewApiKey random() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return new NewApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The key itself, to be shown once. */
  public String reveal() {
    return text;
  }

  /** Its SHA-256 in lower-case hexadecimal, as configurations have it. */
  public String hash() {
    return HexFormat.of().formatHex(sha256(text));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
