package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.TransportAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the tokens out of AXP's successful answers. */
final class AxpAnswers {
  private AxpAnswers() {}

  /** Whether the status promises a token. */
  static boolean isSuccess(TransportAnswer answer) {
    return answer.status() == 200 || answer.status() == 201;
  }

  /** The access token, or {@code null} if there is no sound one. */
  static @Nullable Grant grant(
      TransportAnswer answer, Function<String, Map<String, String>> headersWith) {
    TokenField fields = TokenField.read(answer, "access_token");
    return fields.token == null
        ? null
        : new Grant(headersWith.apply(fields.token), fields.lifetime);
  }

  /** The end user's token, or {@code null} if there is no sound one. */
  static @Nullable String endUserToken(TransportAnswer answer) {
    return TokenField.read(answer, "jwtToken").token;
  }

  private static final class TokenField implements Json.FieldReader {
    private final String tokenName;
    private @Nullable String token;
    private @Nullable Duration lifetime;

    private TokenField(String tokenName) {
      this.tokenName = tokenName;
    }

    static TokenField read(TransportAnswer answer, String tokenName) {
      TokenField fields = new TokenField(tokenName);
      try {
        Json.readObject(answer.body(), fields);
      } catch (IOException e) {
        fields.token = null; // What broke off or is no JSON is not trusted in parts.
      }
      return fields;
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
}
