package io.axptoken.server.command.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an end user's token says of itself. Its signature is not looked at: the platform has just
 * given it to us.
 *
 * @param issuedAt claim {@code iat}, or {@code null}
 * @param expiresAt claim {@code exp}, or {@code null}
 * @param subject claim {@code sub}, or {@code null}
 * @param integrationId the claim of that name, or {@code null}
 */
record TokenLook(
    @Nullable Instant issuedAt,
    @Nullable Instant expiresAt,
    @Nullable String subject,
    @Nullable String integrationId) {
  private static final JsonFactory JSON = new JsonFactory();

  /** The end of the year 9999. */
  private static final long LATEST = 253_402_300_799L;

  /** Without the subject, which is somebody. */
  @Override
  public String toString() {
    return "TokenLook[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
  }

  /** Looks into a token of three parts, with or without {@code jwt.} before them. */
  static TokenLook at(String token) throws IOException {
    String[] parts = token.replaceFirst("^jwt\\.", "").split("\\.", -1);
    if (parts.length != 3) {
      throw new IOException("no JWT of three parts");
    }
    try (JsonParser json = JSON.createParser(Base64.getUrlDecoder().decode(parts[1]))) {
      return read(json);
    } catch (IllegalArgumentException e) {
      throw new IOException("no base64url", e);
    }
  }

  private static TokenLook read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no JSON object");
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, Instant> times = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isNumeric()) {
        times.put(name, time(json.getDoubleValue()));
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return new TokenLook(
        times.get("iat"), times.get("exp"), texts.get("sub"), texts.get("integrationId"));
  }

  private static Instant time(double seconds) throws IOException {
    if (!(seconds >= 0 && seconds <= LATEST)) {
      throw new IOException("a JWT with a time that is none");
    }
    return Instant.ofEpochSecond(Math.round(seconds));
  }
}
