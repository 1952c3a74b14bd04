package io.axptoken.bench.load;

import io.axptoken.bench.wire.HttpFrames;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection with at most one request under way: the sender writes it, the receiver takes the
 * answer, and hands the connection back.
 */
final class LoadConnection implements AutoCloseable {
  private static final String VERSION = "HTTP/1.1 ";

  private final ByteChannel channel;
  private final HttpFrames frames = new HttpFrames();
  private volatile long dueNanos;

  private LoadConnection(ByteChannel channel) {
    this.channel = channel;
  }

  static LoadConnection open(InetSocketAddress address, Wire wire, Selector selector)
      throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    LoadConnection connection = new LoadConnection(wire.over(channel));
    channel.configureBlocking(false);
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

  /** The status of the answer, or 0 as long as it has not come as a whole. */
  int receive() throws IOException {
    frames.readFrom(channel);
    @Nullable String statusLine = frames.next();
    return statusLine == null ? 0 : status(statusLine);
  }

  private static int status(String line) throws ProtocolException {
    try {
      return Integer.parseInt(line, VERSION.length(), VERSION.length() + 3, 10);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new ProtocolException("The run is void, an answer was: " + line);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
