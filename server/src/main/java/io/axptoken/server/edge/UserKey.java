package io.axptoken.server.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Under which key a user is counted: the id, or a digest of 128 bits where that is shorter, so that
 * the memory for a key is bounded.
 */
final class UserKey {
  private static final int LONGEST_PLAIN = 32;
  private static final int DIGEST_BYTES = 16;

  /** Makes a digest longer than every plain id: no id can pass for another's digest. */
  private static final String MARK = "#";

  private UserKey() {}

  static String of(String userId) {
    return userId.length() <= LONGEST_PLAIN ? userId : digest(userId);
  }

  private static String digest(String userId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
      return MARK + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
