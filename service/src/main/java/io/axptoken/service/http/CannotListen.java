package io.axptoken.service.http;

import java.io.IOException;
import java.net.UnknownHostException;

/** A listener that cannot be opened; its message names it, its address and what to do. */
public final class CannotListen extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * What the system said, in words.
   *
   * @param section where the listener's {@code host} and {@code port} are set
   */
  public CannotListen(String section, String host, int port, IOException cause) {
    super(
        "%s.port %d cannot be listened on at %s.host %s: %s"
            .formatted(section, port, section, host, words(cause)),
        cause);
  }

  private static String words(IOException cause) {
    String said = String.valueOf(cause.getMessage());
    if (cause instanceof UnknownHostException) {
      return "the host is not known.";
    }
    if (said.contains("in use")) {
      return "the port is in use. Choose another one, or stop the program that uses it.";
    }
    if (said.contains("assign requested address")) {
      return "this machine has no such address.";
    }
    return said.contains("denied")
        ? "the system does not allow it; ports below 1024 need a permission."
        : said;
  }
}
