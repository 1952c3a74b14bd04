package io.axptoken.service.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id that joins an answer, its log lines and a caller's report; not a secret. */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";

  private static final int MAX_LENGTH = 64;

  private RequestId() {}

  /** The caller's id if it is well formed, else a new one. */
  public static String of(@Nullable String offered) {
    return offered != null && isWellFormed(offered) ? offered : fresh();
  }

  private static String fresh() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private static boolean isWellFormed(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isAllowed(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
