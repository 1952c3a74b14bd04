package io.axptoken.client.transport;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The platform's answer. Its body may hold a token, so it does not print it.
 *
 * @param status the HTTP status
 * @param headers gives the first value of a header by its lower-case name, or {@code null}
 * @param body all of it, at most {@link Transport#MAX_BODY_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; read once.
public record TransportAnswer(int status, Function<String, @Nullable String> headers, byte[] body) {
  @Override
  public String toString() {
    return "HTTP " + status + ", " + body.length + " bytes";
  }
}
