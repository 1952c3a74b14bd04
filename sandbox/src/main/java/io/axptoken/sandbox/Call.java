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
 * @param body as text; the journal keeps the first {@value #MAX_BODY_CHARS} characters, and {@code
 *     …[clipped]} after them where there were more
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
  /** How much of a body the journal keeps. */
  public static final int MAX_BODY_CHARS = 8 * 1024;

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

  /** The same without the rest of a long body. */
  Call clipped() {
    if (body.length() <= MAX_BODY_CHARS) {
      return this;
    }
    boolean splitsPair = Character.isHighSurrogate(body.charAt(MAX_BODY_CHARS - 1));
    String start = body.substring(0, splitsPair ? MAX_BODY_CHARS - 1 : MAX_BODY_CHARS);
    return new Call(time, endpoint, method, path, headers, start + "…[clipped]", status);
  }

  /** How much text it holds. */
  int chars() {
    int sum = method.length() + path.length() + body.length();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      sum += header.getKey().length() + header.getValue().length();
    }
    return sum;
  }
}
