package io.axptoken.bench.load;

import io.axptoken.bench.wire.HttpFrames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection with at most one request under way: the sender writes it, the receiver takes the
 * answer, and hands the connection back.
 */
final class LoadConnection implements AutoCloseable {
  private final SocketChannel channel;
  private final HttpFrames frames = new HttpFrames();
  private volatile long dueNanos;

  private LoadConnection(SocketChannel channel) {
    this.channel = channel;
  }

  static LoadConnection open(InetSocketAddress address, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    LoadConnection connection = new LoadConnection(channel);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  void send(byte[] request, long due) throws IOException {
    dueNanos = due;
    ByteBuffer buffer = ByteBuffer.wrap(request);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** When the request whose answer has just come was due. */
  long dueNanos() {
    return dueNanos;
  }

  /** Whether the answer has come as a whole. An answer that is not 2xx is an exception. */
  boolean receive() throws IOException {
    frames.readFrom(channel);
    @Nullable String statusLine = frames.next();
    if (statusLine != null && !statusLine.startsWith("HTTP/1.1 2")) {
      throw new ProtocolException("The run is void, an answer was: " + statusLine);
    }
    return statusLine != null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
