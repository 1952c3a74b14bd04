package io.axptoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * A TCP server on loopback that does to its peers whatever a {@link Script} says: the first
 * connection gets the first script, and so on; the last script is for all that follow. It counts
 * and records; its waiting methods give up after ten seconds. Safe for use by many threads.
 */
public final class RawServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerSocket listener;
  private final List<Script> scripts;
  private final List<Socket> open = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private int connections;
  private @Nullable Thread acceptor;

  private RawServer(ServerSocket listener, List<Script> scripts) {
    this.listener = listener;
    this.scripts = List.copyOf(scripts);
  }

  /** Starts a server on a free port. */
  public static RawServer start(Script... scripts) {
    try {
      return start(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), scripts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server on this socket, which may be one for TLS, and owns it from now on. */
  public static RawServer start(ServerSocket listener, Script... scripts) {
    var server = new RawServer(listener, List.of(scripts));
    server.acceptor = Thread.ofVirtual().name("raw-server").start(server::accept);
    return server;
  }

  /** A server whose queue of connections is full: to connect to it takes for ever. */
  public static RawServer deaf() {
    try {
      var server =
          new RawServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), List.of());
      server.fillQueue();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A URI whose port nobody listens on for as long as the holder is open. */
  public static RefusedPort refusing() {
    return new RefusedPort();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The URI of a path, {@code https} when the server's socket is one for TLS. */
  public URI uri(String path) {
    String scheme = listener instanceof SSLServerSocket ? "https" : "http";
    return URI.create(scheme + "://localhost:" + port() + path);
  }

  /** How many connections were accepted. */
  public synchronized int connections() {
    return connections;
  }

  /** How many connections neither side has closed. */
  public synchronized int openConnections() {
    return open.size();
  }

  /** The requests that were read, head and body as they came. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** Waits for this number of accepted connections. */
  public void awaitConnections(int expected) throws InterruptedException {
    await(() -> connections >= expected, expected + " connections");
  }

  /** Waits until exactly this number of connections is open. */
  public void awaitOpenConnections(int expected) throws InterruptedException {
    await(() -> open.size() == expected, expected + " open connections");
  }

  /** Waits for this number of requests. */
  public void awaitRequests(int expected) throws InterruptedException {
    await(() -> requests.size() >= expected, expected + " requests");
  }

  /** Ends all connections; when it returns, the port is free again. */
  @Override
  public void close() {
    closeQuietly(listener);
    awaitEndOfAccepting();
    List<Socket> left;
    synchronized (this) {
      left = List.copyOf(open);
    }
    left.forEach(RawServer::closeQuietly);
  }

  /* A port is in use for as long as a thread is about to accept. */
  private void awaitEndOfAccepting() {
    try {
      if (acceptor != null && !acceptor.join(PATIENCE)) {
        throw new AssertionError("Waited in vain for the end of accepting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Script script = admit(socket);
        Thread.ofVirtual().name("raw-connection").start(() -> play(script, socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private synchronized Script admit(Socket socket) {
    Script script = scripts.get(Math.min(connections, scripts.size() - 1));
    connections++;
    open.add(socket);
    notifyAll();
    return script;
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      script.play(new Conversation(socket, this::record));
    } catch (IOException e) {
      // The peer went away or the server was closed: either ends the script.
    } finally {
      leave(socket);
    }
  }

  private synchronized void record(String request) {
    requests.add(request);
    notifyAll();
  }

  private synchronized void leave(Socket socket) {
    open.remove(socket);
    notifyAll();
  }

  private synchronized void await(BooleanSupplier reached, String what)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new AssertionError(
            "Waited in vain for %s; %d came, %d are open, %d requests"
                .formatted(what, connections, open.size(), requests.size()));
      }
      wait(millis);
    }
  }

  private void fillQueue() throws IOException {
    var address = new InetSocketAddress(listener.getInetAddress(), port());
    while (true) {
      var socket = new Socket();
      open.add(socket);
      try {
        socket.connect(address, 200);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // Closing twice or late does no harm here.
    }
  }
}
