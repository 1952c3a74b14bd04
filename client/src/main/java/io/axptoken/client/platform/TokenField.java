package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.client.transport.TransportAnswer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token in a successful answer, and how long the answer says that it lives. */
final class TokenField implements Json.FieldReader {
  private static final int MOST_DIGITS = 15;

  /** More is as good as for ever, and is not reckoned with. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final String tokenName;
  private @Nullable String token;
  private @Nullable Duration lifetime;

  private TokenField(String tokenName) {
    this.tokenName = tokenName;
  }

  /** Reads the token of that name. */
  static TokenField read(TransportAnswer answer, String tokenName) {
    TokenField fields = new TokenField(tokenName);
    try {
      Json.readObject(answer.body(), fields);
    } catch (IOException e) {
      fields.token = null; // What broke off or is no JSON is not trusted in parts.
    }
    return fields;
  }

  /** The token, or {@code null} if there is no sound one. */
  @Nullable String token() {
    return token;
  }

  /** What {@code expires_in} says; {@code null} if it says nothing, or nothing that can be. */
  @Nullable Duration lifetime() {
    return lifetime;
  }

  @Override
  public void read(String name, JsonParser value) throws IOException {
    if (name.equals(tokenName) && value.currentToken() == JsonToken.VALUE_STRING) {
      token = Visible.token(value.getText(), Integer.MAX_VALUE);
    } else if (name.equals("expires_in")) {
      lifetime = seconds(value);
    }
  }

  /** A number, which may stand in quotes, but none of no time or less. */
  private static @Nullable Duration seconds(JsonParser value) throws IOException {
    if (value.currentToken().isNumeric()) {
      return sane(value.getDoubleValue());
    }
    String text = value.currentToken() == JsonToken.VALUE_STRING ? value.getText().strip() : "";
    boolean number =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? sane(Double.parseDouble(text)) : null;
  }

  private static @Nullable Duration sane(double seconds) {
    long whole = (long) Math.min(seconds, (double) LONGEST.toSeconds());
    return whole > 0 ? Duration.ofSeconds(whole) : null;
  }
}
