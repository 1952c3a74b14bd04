package io.axptoken.server.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/**
 * What the decoder lets pass although a proxy in front might read it differently (RFC 9112, 11.2):
 * transfer codings beside the one that is ours, header lines without a name, and control characters
 * in the target.
 */
final class Framing {
  private static final String CHUNKED = "chunked";
  private static final CharSequence NO_NAME = HttpHeaders.createOptimized("");

  private Framing() {}

  /** Whether everybody reads the request's head as we do. */
  static boolean isSound(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return true;
    }
    MultiMap headers = request.headers();
    return (!headers.contains(HttpHeaders.TRANSFER_ENCODING)
            || isChunkedAlone(headers.getAll(HttpHeaders.TRANSFER_ENCODING)))
        && !headers.contains(NO_NAME)
        && isVisible(request.uri());
  }

  private static boolean isChunkedAlone(List<String> codings) {
    return codings.size() == 1 && CHUNKED.equalsIgnoreCase(codings.getFirst());
  }

  private static boolean isVisible(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
