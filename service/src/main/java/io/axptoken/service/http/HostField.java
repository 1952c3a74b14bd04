package io.axptoken.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code Host} that HTTP/1.1 demands, once and well formed (RFC 9112, 3.2): two parties on the
 * way that read it differently would take one request for two different ones.
 */
public final class HostField {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(:[0-9]{0,5})?");

  /** The field that was found well formed last: most callers use the same. */
  private static volatile String lastSound = "";

  private HostField() {}

  /** Whether the field is as its version of HTTP demands. */
  public static boolean isSound(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_1_1) {
      return true;
    }
    List<String> values = request.headers().getAll(HttpHeaders.HOST);
    return values.size() == 1 && isSound(values.getFirst());
  }

  private static boolean isSound(String field) {
    if (field.equals(lastSound)) {
      return true;
    }
    boolean sound = HOST_AND_PORT.matcher(field).matches();
    if (sound) {
      lastSound = field;
    }
    return sound;
  }
}
