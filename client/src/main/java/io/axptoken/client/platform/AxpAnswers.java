package io.axptoken.client.platform;

import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.TransportAnswer;
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
    String token = fields.token();
    return token == null ? null : new Grant(headersWith.apply(token), fields.lifetime());
  }

  /** The end user's token, or {@code null} if there is no sound one. */
  static @Nullable String endUserToken(TransportAnswer answer) {
    return TokenField.read(answer, "jwtToken").token();
  }
}
