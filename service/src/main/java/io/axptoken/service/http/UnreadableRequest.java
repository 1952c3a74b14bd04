package io.axptoken.service.http;

import io.axptoken.service.http.connection.HeadDecoder;
import io.axptoken.service.http.connection.KnownVersions.UnknownVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is no request of HTTP/1.1 (RFC 9112), and closes the connection: where the next
 * request would begin is anybody's guess, and whoever guesses differently can be lied to.
 */
final class UnreadableRequest {
  private static final Logger LOG = System.getLogger(UnreadableRequest.class.getName());
  static final Problem MALFORMED =
      Problem.of(HttpProblem.MALFORMED_REQUEST, "This is no well-formed HTTP request.");
  private static final Problem URI_TOO_LONG =
      Problem.of(
          HttpProblem.URI_TOO_LONG,
          "The request line may have " + Listener.MAX_REQUEST_LINE_BYTES + " bytes at most.");
  private static final Problem HEADERS_TOO_LARGE =
      Problem.of(
          HttpProblem.HEADERS_TOO_LARGE,
          "The headers may have " + Listener.MAX_HEADER_BYTES + " bytes at most.");
  private static final Problem TOO_MANY_FIELDS =
      Problem.of(
          HttpProblem.HEADERS_TOO_LARGE,
          "There may be " + HeadDecoder.MAX_FIELDS + " header fields at most.");

  private static final Problem VERSION_NOT_SUPPORTED =
      Problem.of(
          HttpProblem.VERSION_NOT_SUPPORTED,
          "This server speaks HTTP/1.1 and HTTP/1.0, and HTTP/2 where TLS has agreed on it.");

  private UnreadableRequest() {}

  /** Answers requests whose heads could not be read; nothing of them is to be trusted. */
  static final Endpoint ENDPOINT = request -> Future.succeededFuture(answer(request));

  private static Answer answer(Request request) {
    Problem problem = problem(request.raw().decoderResult().cause());
    LOG.log(
        Level.DEBUG,
        () -> "unreadable request %s: %s".formatted(request.id(), problem.type().slug()));
    return Answer.problem(request, problem).last();
  }

  private static Problem problem(@Nullable Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ -> URI_TOO_LONG;
      case HeadDecoder.TooManyFields _ -> TOO_MANY_FIELDS;
      case TooLongHttpHeaderException _ -> HEADERS_TOO_LARGE;
      case UnknownVersion _ -> VERSION_NOT_SUPPORTED;
      case null, default -> MALFORMED;
    };
  }
}
