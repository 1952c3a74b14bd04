package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a JWT ends (RFC 7519, claim {@code exp}), in its usual form of three parts and in the
 * platform's own with a leading {@code jwt.}. The signature is not checked: nothing but the time is
 * taken from the token, and only within sane bounds.
 */
final class TokenExpiry {
  /** An end further away than this is not believed. */
  static final Duration FURTHEST = Duration.ofDays(1);

  /** A longer token is not looked into. */
  static final int LONGEST = 16 * 1024;

  private static final String PREFIX = "jwt.";

  private TokenExpiry() {}

  /**
   * When the token ends by its own account; without a sane one, after the requested lifetime.
   * {@code null} for a token that has ended already: it is of no use to anybody.
   */
  static @Nullable Instant of(String token, Instant now, Duration requested) {
    Instant stated = stated(token);
    if (stated == null || stated.isAfter(now.plus(FURTHEST))) {
      return now.plus(requested);
    }
    return stated.isAfter(now) ? stated : null;
  }

  private static @Nullable Instant stated(String token) {
    String payload = payload(token);
    if (payload == null) {
      return null;
    }
    try {
      Claim exp = new Claim();
      Json.readObject(Base64.getUrlDecoder().decode(payload), exp);
      return exp.time;
    } catch (IOException | RuntimeException e) {
      return null; // Junk is no reason to withhold a token that the platform has given.
    }
  }

  private static @Nullable String payload(String token) {
    if (token.length() > LONGEST) {
      return null;
    }
    int header = token.startsWith(PREFIX) ? PREFIX.length() : 0;
    int payload = token.indexOf('.', header) + 1;
    int signature = token.indexOf('.', payload) + 1;
    boolean threeParts = payload > 0 && signature > 0 && token.indexOf('.', signature) < 0;
    return threeParts ? token.substring(payload, signature - 1) : null;
  }

  private static final class Claim implements Json.FieldReader {
    private @Nullable Instant time;

    @Override
    public void read(String name, JsonParser value) throws IOException {
      if (!name.equals("exp")) {
        return;
      }
      if (value.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        time = Instant.ofEpochSecond(value.getLongValue());
      } else if (value.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
        time = Instant.ofEpochMilli((long) (value.getDoubleValue() * 1000));
      }
    }
  }
}
