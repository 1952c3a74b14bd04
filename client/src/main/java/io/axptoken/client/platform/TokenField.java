package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.client.transport.TransportAnswer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token in a successful answer, and how long the answer says that it lives. */
final class TokenField implements Json.FieldReader {
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

  /** What {@code expires_in} says, sane or not; {@code null} if it is absent. */
  @Nullable Duration lifetime() {
    return lifetime;
  }

  @Override
  public void read(String name, JsonParser value) throws IOException {
    if (name.equals(tokenName) && value.currentToken() == JsonToken.VALUE_STRING) {
      token = Visible.token(value.getText(), Integer.MAX_VALUE);
    } else if (name.equals("expires_in") && value.currentToken().isNumeric()) {
      lifetime = Duration.ofSeconds((long) value.getDoubleValue());
    }
  }
}
