package io.axptoken.bench.stub;

import io.axptoken.bench.tls.BenchCertificate;
import io.axptoken.bench.wire.TlsWire;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The platform as one cheap thread: answers the access-token and the end-user-token call with bytes
 * made beforehand, and counts both. It checks nothing; the sandbox is the one that is strict.
 */
public final class UpstreamStub implements AutoCloseable, Runnable {
  /** Where a server asks for an end user's token. */
  public static final String END_USER_TOKEN_PATH = "/api/digital/chat/v1/accounts/BENCHX/tokens";

  /** The same for callers who come straight to it with what they ask of servers. */
  public static final String DIRECT_PATH = "/token";

  static final String ACCESS_TOKEN_PATH = "/api/auth/v1/BENCHX/protocol/openid-connect/token";
  static final String CALLS_PATH = "/calls";

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final StubAnswers answers;
  private final Wire wire;
  private long accessTokens;
  private long endUserTokens;
  private long connections;

  /**
   * Listens on loopback; 0 lets the system choose the port. Nothing is answered before {@link
   * #run}.
   */
  public UpstreamStub(int port, Wire wire, Instant now) throws IOException {
    this.wire = wire;
    answers = new StubAnswers(now);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    listener.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
  }

  /** The port it listens on. */
  public int port() {
    return listener.socket().getLocalPort();
  }

  /** Serves until {@link #close}. */
  @Override
  public void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve);
      }
    } catch (ClosedSelectorException e) {
      // Closed: this is how it ends.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    if (key.attachment() instanceof StubConnection connection) {
      connection.serve();
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      connections++;
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
      StubConnection connection = new StubConnection(wire.over(channel), this::answerTo);
      channel.register(selector, SelectionKey.OP_READ, connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer answerTo(String requestLine) {
    if (requestLine.startsWith(END_USER_TOKEN_PATH, "POST ".length())
        || requestLine.startsWith(DIRECT_PATH, "POST ".length())) {
      endUserTokens++;
      return answers.endUserToken();
    }
    if (requestLine.startsWith(ACCESS_TOKEN_PATH, "POST ".length())) {
      accessTokens++;
      return answers.accessToken();
    }
    return requestLine.startsWith("GET " + CALLS_PATH) ? calls() : answers.notFound();
  }

  private ByteBuffer calls() {
    StubCalls calls = new StubCalls(accessTokens, endUserTokens, connections);
    return StubAnswers.answer("200 OK", calls.toJson());
  }

  /** Stops listening and ends every connection. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /**
   * Runs the stub on the port given, as long as standard input stays open: so it ends with the
   * process that started it, however that one ends. With a second argument, the file of a
   * certificate, it speaks TLS.
   */
  public static void main(String[] args) throws IOException {
    Wire wire =
        args.length < 2 ? Wire.PLAIN : TlsWire.server(BenchCertificate.context(Path.of(args[1])));
    try (UpstreamStub stub = new UpstreamStub(Integer.parseInt(args[0]), wire, Instant.now())) {
      Thread.ofPlatform().daemon().start(stub);
      while (System.in.read() >= 0) {}
    }
  }
}
