package io.axptoken.sandbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that a token endpoint got. Secrets are taken out: of a bearer token stands a short
 * fingerprint, so that two tokens can be told apart; the {@code client_secret} is blacked out.
 *
 * @param time when it arrived
 * @param endpoint where
 * @param method such as {@code POST}
 * @param path path and query
 * @param headers by lower-case name; repeated ones joined by a comma
 * @param body as text
 * @param status what was answered; empty while there is no answer, and for ever after a hang or a
 *     reset
 */
public record Call(
    Instant time,
    Endpoint endpoint,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    OptionalInt status) {

  /** A call with its own copy of the headers. */
  public Call {
    headers = Map.copyOf(headers);
  }

  /** The value of a header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  Call answered(int answeredStatus) {
    return new Call(time, endpoint, method, path, headers, body, OptionalInt.of(answeredStatus));
  }
}
