package io.axptoken.client.contract;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * AXP on a raw socket: it answers both calls properly, save for what it is told to do. Safe for use
 * by many threads.
 */
final class FaultyPlatform implements AutoCloseable {
  private final int port;
  private final @Nullable SSLContext tls;
  private final List<RawServer> servers = new ArrayList<>();
  private final AtomicInteger accessTokenCalls = new AtomicInteger();
  private final AtomicInteger endUserCalls = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();
  private volatile @Nullable Fault fault;

  /** What is done, in place of an answer, with a request of that call. */
  private record Fault(Call call, Script instead) {}

  private FaultyPlatform(@Nullable SSLContext tls) {
    this.tls = tls;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one that speaks plain HTTP, or TLS as told. */
  static FaultyPlatform start(@Nullable SSLContext tls) {
    var platform = new FaultyPlatform(tls);
    platform.open();
    return platform;
  }

  URI uri() {
    return URI.create((tls == null ? "http" : "https") + "://localhost:" + port);
  }

  /** From now on, and for so many times, this is done instead of answering the call. */
  void misbehave(Call call, int times, Script instead) {
    left.set(times);
    fault = new Fault(call, instead);
  }

  /** All is well again; connections stay as they are. */
  void behave() {
    fault = null;
  }

  /** Drops all connections and listens no more. */
  void shut() {
    last().close();
  }

  /** Listens again. */
  void open() {
    replace(this::talk);
  }

  /** Drops all connections, and does this to new ones. */
  void meetWith(Script instead) {
    shut();
    replace(instead);
  }

  /** Drops all connections, and shows another identity from now on. */
  void meetWith(SSLContext other) {
    meetWith(peer -> talk(peer, other));
  }

  /** Serves a connection properly; for scripts that do something to it first. */
  void talk(Conversation peer) throws IOException {
    talk(peer, tls);
  }

  int calls(Call call) {
    return counter(call).get();
  }

  synchronized int connections() {
    return servers.stream().mapToInt(RawServer::connections).sum();
  }

  /** Waits until no connection is left open by either side. */
  void awaitNoConnection() throws InterruptedException {
    List<RawServer> all;
    synchronized (this) {
      all = List.copyOf(servers);
    }
    for (RawServer server : all) {
      server.awaitOpenConnections(0);
    }
  }

  @Override
  public void close() {
    last().close();
  }

  /** A proper answer to that call. */
  static String answer(Call call) {
    return call == Call.ACCESS_TOKEN ? grant(900) : token(Instant.now().plusSeconds(1800));
  }

  static String grant(long expiresIn) {
    return Conversation.answer(
        200, "{\"access_token\":\"access\",\"expires_in\":" + expiresIn + "}");
  }

  static String token(Instant end) {
    return Conversation.answer(201, "{\"jwtToken\":\"" + Some.jwtUntil(end) + "\"}");
  }

  private void talk(Conversation peer, @Nullable SSLContext identity) throws IOException {
    if (identity != null) {
      peer.startTls(identity);
    }
    while (true) {
      Call call = callOf(peer.request());
      counter(call).incrementAndGet();
      Fault now = fault;
      if (now != null && now.call() == call && left.getAndDecrement() > 0) {
        now.instead().play(peer); // It may go on after that, if the script has not ended it.
      } else {
        peer.send(answer(call));
      }
    }
  }

  private synchronized void replace(Script script) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      servers.add(RawServer.start(listener, script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized RawServer last() {
    return servers.getLast();
  }

  private static Call callOf(String request) {
    return request.contains("/openid-connect/") ? Call.ACCESS_TOKEN : Call.END_USER_TOKEN;
  }

  private AtomicInteger counter(Call call) {
    return call == Call.ACCESS_TOKEN ? accessTokenCalls : endUserCalls;
  }
}
