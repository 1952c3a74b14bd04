package io.axptoken.bench.wire;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/** How bytes travel over a connection: as they are, or encrypted. */
@FunctionalInterface
public interface Wire {
  /** Bytes as they are. */
  Wire PLAIN = channel -> channel;

  /**
   * The bytes of one connection. A read takes all that has arrived, as far as it fits; a write may
   * wait until the other side makes room.
   */
  ByteChannel over(SocketChannel channel) throws IOException;
}
