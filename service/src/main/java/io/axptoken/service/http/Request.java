package io.axptoken.service.http;

import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request: what came, where it came from, and what filters have found out about it. To be used
 * on its event loop alone.
 */
public final class Request {
  private static final String CONTINUE = "100-continue";
  private static final CharSequence CLOSE = HttpHeaders.createOptimized("close");

  private final HttpServerRequest raw;
  private final String id;
  private final TrustedProxies proxies;
  private boolean awaitsContinue;
  private boolean closing;
  private @Nullable Route route;
  private @Nullable String clientAddress;
  private @Nullable Entry entries;

  Request(HttpServerRequest raw, TrustedProxies proxies) {
    this.raw = raw;
    this.proxies = proxies;
    this.id = RequestId.of(raw.getHeader(RequestId.HEADER));
    this.awaitsContinue =
        CONTINUE.equalsIgnoreCase(raw.getHeader(HttpHeaders.EXPECT))
            && raw.version() != HttpVersion.HTTP_1_0;
  }

  /** What is left under an attribute, and what was left before it. */
  private record Entry(Attribute<?> key, Object value, @Nullable Entry before) {}

  /** The request as Vert.x has it. */
  public HttpServerRequest raw() {
    return raw;
  }

  /** Joins the answer, the log and what a caller reports; not a secret. */
  public String id() {
    return id;
  }

  /** The method; callers may have made it up. */
  public HttpMethod method() {
    return raw.method();
  }

  /** The header fields. */
  public MultiMap headers() {
    return raw.headers();
  }

  /** The path without its query. */
  public String exactPath() {
    return Objects.requireNonNullElse(raw.path(), "");
  }

  /** The path without its query, a single trailing slash removed. */
  public String path() {
    String path = exactPath();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** The address of the client; the forwarding headers of trusted proxies are read once. */
  public String clientAddress() {
    String address = clientAddress;
    if (address == null) {
      address = proxies.clientAddress(raw);
      clientAddress = address;
    }
    return address;
  }

  /** Whether it is answered neither yet nor too late. */
  public boolean isOpen() {
    HttpServerResponse response = raw.response();
    return !response.ended() && !response.closed();
  }

  /** What stands at its path, once that has been looked for; {@code null} until then. */
  public @Nullable Route route() {
    return route;
  }

  void found(Route what) {
    route = what;
  }

  /** Leaves something for those behind. */
  public <T> void put(Attribute<T> key, T value) {
    entries = new Entry(key, value, entries);
  }

  /** What was left last, or {@code null} if nothing was. */
  @SuppressWarnings("unchecked") // Nothing else is put there.
  public <T> @Nullable T get(Attribute<T> key) {
    for (Entry entry = entries; entry != null; entry = entry.before) {
      if (entry.key == key) {
        return (T) entry.value;
      }
    }
    return null;
  }

  /** Tells a client that asked first to send its body. */
  void askForBody() {
    if (awaitsContinue) {
      awaitsContinue = false;
      raw.response().writeContinue();
    }
  }

  /**
   * Has no more of a body come in than what is here, where none is wanted; an unread body would
   * stream on for as long as the answer takes.
   */
  public void holdBody() {
    if (UnreadBody.mayCome(raw)) {
      raw.pause();
    }
  }

  /** Ends the connection once this is answered; with HTTP/2 only the stream ends. */
  public void closeAfterwards() {
    if (raw.version() != HttpVersion.HTTP_2) {
      if (!raw.response().headWritten()) {
        raw.response().putHeader(HttpHeaders.CONNECTION, CLOSE);
      }
      closing = true;
    }
  }

  boolean isClosing() {
    return closing;
  }

  /** Who asked first may send the body nonetheless, or not (RFC 9110, 10.1.1): none can tell. */
  void closeIfMoreMayCome() {
    if (awaitsContinue || UnreadBody.mayBeLong(raw)) {
      closeAfterwards();
    }
  }
}
