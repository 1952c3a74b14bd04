package io.axptoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A DNS server on loopback (RFC 1035) that gives every name the same IPv4 address, which tests may
 * move, or none at all. Safe for use by many threads.
 */
public final class NameServer implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int LARGEST = 512;
  private static final short ANSWER = (short) 0x8180;
  private static final short NO_SUCH_NAME = (short) 0x8183;
  private static final short POINTER_TO_QUESTION = (short) 0xC00C;
  private static final short TYPE_A = 1;
  private static final short CLASS_INTERNET = 1;

  private final DatagramSocket socket;
  private final int ttl;
  private final AtomicInteger queries = new AtomicInteger();
  private volatile @Nullable InetAddress address;

  private NameServer(DatagramSocket socket, Duration ttl) {
    this.socket = socket;
    this.ttl = (int) ttl.toSeconds();
  }

  /** Starts a server that knows no name yet; its answers may be kept for so long. */
  public static NameServer start(Duration ttl) {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = new NameServer(new DatagramSocket(loopback), ttl);
      Thread.ofVirtual().name("name-server").start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, as {@code host:port}. */
  public String location() {
    return socket.getLocalAddress().getHostAddress() + ':' + socket.getLocalPort();
  }

  /** From now on every name has this address, or no name exists. */
  public void point(@Nullable InetAddress newAddress) {
    address = newAddress;
  }

  /** How many queries came. */
  public int queries() {
    return queries.get();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        queries.incrementAndGet();
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private byte[] answer(byte[] query) {
    int end = endOfQuestion(query);
    boolean asksForIpv4 = ByteBuffer.wrap(query).getShort(end - 4) == TYPE_A;
    InetAddress known = address;
    boolean answered = known != null && asksForIpv4;
    ByteBuffer answer = ByteBuffer.allocate(LARGEST);
    answer.putShort(ByteBuffer.wrap(query).getShort(0));
    answer.putShort(known == null ? NO_SUCH_NAME : ANSWER);
    answer.putShort((short) 1).putShort((short) (answered ? 1 : 0)).putInt(0);
    answer.put(query, HEADER, end - HEADER);
    if (known != null && asksForIpv4) {
      answer.putShort(POINTER_TO_QUESTION).putShort(TYPE_A).putShort(CLASS_INTERNET);
      answer.putInt(ttl).putShort((short) 4).put(known.getAddress());
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  /** Behind its name, type and class. */
  private static int endOfQuestion(byte[] query) {
    int at = HEADER;
    while (query[at] != 0) {
      at += query[at] + 1;
    }
    return at + 5;
  }
}
