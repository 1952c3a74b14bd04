package io.axptoken.server.command.check;

import io.axptoken.client.Secret;
import io.axptoken.client.transport.HttpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Asks a proxy for the way to the platform (RFC 9110, CONNECT). */
final class ProxyTunnel {
  private static final int LONGEST_HEAD = 16 * 1024;

  private ProxyTunnel() {}

  /** Whether the socket, which leads to the proxy, leads to the platform from now on. */
  static boolean open(Route route, Socket socket, Findings findings) {
    HttpProxy proxy = Objects.requireNonNull(route.proxy());
    try {
      socket.getOutputStream().write(request(route, proxy).getBytes(StandardCharsets.US_ASCII));
      return judge(status(socket.getInputStream()), route, findings);
    } catch (IOException e) {
      return findings.failed(
          Connectivity.PROXY,
          proxy + " does not answer as a proxy does",
          "Correct axp.httpProxy: it names an HTTP proxy, reached without TLS.");
    }
  }

  private static String request(Route route, HttpProxy proxy) {
    String host = route.host().contains(":") ? "[" + route.host() + "]" : route.host();
    String target = host + ":" + route.port();
    StringBuilder request = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\n");
    request.append("Host: ").append(target).append("\r\n");
    Secret password = proxy.password();
    if (proxy.user() != null && password != null) {
      byte[] pair = (proxy.user() + ':' + password.reveal()).getBytes(StandardCharsets.UTF_8);
      request.append("Proxy-Authorization: Basic ");
      request.append(Base64.getEncoder().encodeToString(pair)).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /** Reads the head of the answer and not a byte more: what follows is TLS. */
  private static int status(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() == LONGEST_HEAD) {
        throw new IOException("no head of an answer");
      }
      head.append((char) next);
    }
    String line = head.substring(0, head.indexOf("\r\n"));
    if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new IOException("no HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static boolean judge(int status, Route route, Findings findings) {
    return switch (status / 100) {
      case 2 ->
          findings.ok(Connectivity.PROXY, route.proxy() + " lets us through to " + route.host());
      case 5 ->
          findings.failed(
              Connectivity.PROXY,
              route.proxy() + " cannot reach " + route.host() + " (" + status + ")",
              "Correct axp.hostName, or have the proxy's operators find out why.");
      default ->
          status == 407
              ? findings.failed(
                  Connectivity.PROXY,
                  route.proxy() + " wants credentials, or others than it got (407)",
                  "Set axp.httpProxyUser and axp.httpProxyPassword as the proxy knows them.")
              : findings.failed(
                  Connectivity.PROXY,
                  route.proxy()
                      + " does not let us through to "
                      + route.host()
                      + " ("
                      + status
                      + ")",
                  "Have CONNECT to that host and port allowed there, or correct axp.httpProxy.");
    };
  }
}
