package io.axptoken.server.command.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Goes the way to a platform step by step over bare sockets, so that each fault is told apart: the
 * name, the connection, the proxy's tunnel, TLS.
 */
final class Connectivity implements AutoCloseable {
  static final String NAME = "name";
  static final String CONNECTION = "connection";
  static final String PROXY = "proxy";
  static final String TLS = "tls";

  /** What there is to find, in this order. */
  static final List<String> ALL = List.of(NAME, CONNECTION, PROXY, TLS);

  static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Route route;
  private final Clock clock;
  private final Findings findings;
  private InetAddress[] addresses = {};
  private @Nullable Socket socket;

  Connectivity(Route route, Clock clock, Findings findings) {
    this.route = route;
    this.clock = clock;
    this.findings = findings;
  }

  /** Whether the platform can be talked to. */
  boolean succeeds() {
    for (int done = 0; done < ALL.size(); done++) {
      if (!step(ALL.get(done))) {
        findings.notTried(rest(done + 1));
        return false;
      }
    }
    return true;
  }

  private List<String> rest(int from) {
    return ALL.subList(from, ALL.size()).stream()
        .filter(check -> route.proxy() != null || !check.equals(PROXY))
        .toList();
  }

  private boolean step(String check) {
    findings.begin(check);
    return switch (check) {
      case NAME -> resolve();
      case CONNECTION -> connect();
      case PROXY -> route.proxy() == null || ProxyTunnel.open(route, connected(), findings);
      default -> TlsCheck.of(route, connected(), clock, findings);
    };
  }

  private boolean resolve() {
    String host = route.firstHost();
    try {
      addresses = lookUp(host);
    } catch (UnknownHostException e) {
      return findings.failed(
          NAME,
          host + " has no address",
          "Correct " + route.firstKey() + ", or fix the name service of this machine.");
    } catch (TimeoutException e) {
      return findings.failed(
          NAME,
          "no answer to the question for " + host + " within " + PATIENCE.toSeconds() + " s",
          "Fix the name service of this machine: it does not answer.");
    }
    return findings.ok(NAME, host + " is " + addresses[0].getHostAddress() + more());
  }

  private String more() {
    return addresses.length > 1 ? " and " + (addresses.length - 1) + " more" : "";
  }

  private static InetAddress[] lookUp(String host) throws UnknownHostException, TimeoutException {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            found.complete(InetAddress.getAllByName(host));
          } catch (UnknownHostException e) {
            found.completeExceptionally(e);
          }
        });
    try {
      return found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException();
    }
  }

  private boolean connect() {
    IOException failure = new IOException();
    for (int i = 0; i < Math.min(addresses.length, 2); i++) {
      Socket attempt = new Socket();
      InetSocketAddress address = new InetSocketAddress(addresses[i], route.firstPort());
      try {
        attempt.connect(address, (int) PATIENCE.toMillis());
        attempt.setSoTimeout((int) PATIENCE.toMillis());
        socket = attempt;
        return findings.ok(CONNECTION, "made to " + shown(address));
      } catch (IOException e) {
        failure = e;
        closeQuietly(attempt);
      }
    }
    return notConnected(failure, shown(new InetSocketAddress(addresses[0], route.firstPort())));
  }

  private boolean notConnected(IOException failure, String address) {
    return switch (failure) {
      case SocketTimeoutException _ ->
          findings.failed(
              CONNECTION,
              address + " does not answer",
              "Let this machine reach it: a firewall swallows the packets, or "
                  + route.firstKey()
                  + " is wrong"
                  + (route.proxy() == null ? ", or a proxy is needed: axp.httpProxy." : "."));
      case ConnectException _ ->
          findings.failed(
              CONNECTION,
              address + " refuses connections: nobody listens there",
              "Correct host and port in " + route.firstKey() + ", or start what is to answer.");
      case NoRouteToHostException _ ->
          findings.failed(
              CONNECTION, "there is no way to " + address, "Fix the network of this machine.");
      default ->
          findings.failed(
              CONNECTION, "cannot be made to " + address, "Fix the network of this machine.");
    };
  }

  private static String shown(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  private Socket connected() {
    if (socket == null) {
      throw new IllegalStateException("not connected yet");
    }
    return socket;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It was of no use, and is gone.
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      closeQuietly(socket);
    }
  }
}
