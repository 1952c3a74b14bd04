package io.axptoken.service.http.connection;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/**
 * What the decoder lets pass although a proxy in front might read it differently (RFC 9112, 11.2):
 * transfer codings beside the one that is ours, header lines without a name, and control characters
 * in the target. Of HTTP/2: a target that is no path of ours, and no host (RFC 9113, 8.3.1).
 */
public final class Framing {
  private static final String CHUNKED = "chunked";
  private static final CharSequence NO_NAME = HttpHeaders.createOptimized("");

  private static final String HTTPS = "https";
  private static final String SERVER_ITSELF = "*";

  private Framing() {}

  /** Whether everybody reads the request's head as we do. */
  public static boolean isSound(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return isSoundHttp2(request);
    }
    MultiMap headers = request.headers();
    return (!headers.contains(HttpHeaders.TRANSFER_ENCODING)
            || isChunkedAlone(headers.getAll(HttpHeaders.TRANSFER_ENCODING)))
        && !headers.contains(NO_NAME)
        && isVisible(request.uri());
  }

  /** There is HTTP/2 with TLS alone, so that no other scheme is ours. */
  private static boolean isSoundHttp2(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null || authority.host().isEmpty()) {
      return false;
    }
    if (HttpMethod.CONNECT.equals(request.method())) {
      return true; // The decoder has seen to it that it has neither scheme nor path.
    }
    return HTTPS.equalsIgnoreCase(request.scheme()) && isPath(request) && isVisible(request.uri());
  }

  private static boolean isPath(HttpServerRequest request) {
    String target = request.uri();
    return target.startsWith("/")
        || (HttpMethod.OPTIONS.equals(request.method()) && target.equals(SERVER_ITSELF));
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
