package io.axptoken.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A loopback port that is easy to remember, as long as nobody else has it. */
final class PreferredPort {
  private PreferredPort() {}

  /** The port if it can be had now, or 0 to let the system choose. */
  static int orAnyOther(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException _) {
      return 0;
    }
  }
}
