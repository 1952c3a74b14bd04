package io.axptoken.service.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A request that has nothing but a head. */
public final class FakeRequest {
  private FakeRequest() {}

  /** Plain HTTP/1.1 from this peer, with these header fields. */
  public static HttpServerRequest of(String peer, MultiMap headers) {
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "headers" -> headers;
                  case "getHeader" -> headers.get(arguments[0].toString());
                  case "version" -> HttpVersion.HTTP_1_1;
                  case "isSSL" -> false;
                  case "remoteAddress" -> SocketAddress.inetSocketAddress(40_000, peer);
                  case "authority" -> authority(headers.get("Host"));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** Header fields as lines of the input, and those without a colon left out. */
  public static MultiMap headers(String text) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static @Nullable HostAndPort authority(@Nullable String host) {
    return host == null ? null : HostAndPort.parseAuthority(host, -1);
  }
}
