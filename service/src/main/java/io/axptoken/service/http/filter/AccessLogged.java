package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.KnownMethods;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Route;
import io.axptoken.service.observe.access.AccessEvent;
import io.axptoken.service.observe.access.AccessLog;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request that is answered. Only paths that are ours are shown: what callers
 * make up may hold names, or a token.
 */
public record AccessLogged(AccessLog log) implements Filter {
  @Override
  public Endpoint to(Endpoint next) {
    if (!log.isEnabled()) {
      return next;
    }
    return request -> {
      long began = System.nanoTime();
      return next.answer(request)
          .map(answer -> {
            record(request, answer, Duration.ofNanos(System.nanoTime() - began));
            return answer;
          });
    };
  }

  private void record(Request request, Answer answer, Duration took) {
    Route route = request.route();
    log.record(
        new AccessEvent(
            KnownMethods.nameOf(request.raw()),
            route == null ? Route.UNKNOWN : route.name(),
            route == null ? null : route.group(),
            answer.status(),
            answer.bytes(),
            took,
            request.id(),
            request.clientAddress(),
            version(request.raw().version())));
  }

  private static String version(@Nullable HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
      case null, default -> KnownMethods.UNKNOWN;
    };
  }
}
