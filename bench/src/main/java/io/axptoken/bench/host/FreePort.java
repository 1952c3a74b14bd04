package io.axptoken.bench.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on loopback that nobody listens on. */
public final class FreePort {
  private FreePort() {}

  /** Finds one; it stays free unless somebody else is quicker. */
  public static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
