package io.axptoken.sandbox.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HTTPS beside HTTP, with a certificate made at the start.
 *
 * @param port the port, or 0 for any free one
 * @param names DNS names and addresses that the certificate is good for, beside {@code localhost},
 *     127.0.0.1, ::1 and the one that the sandbox listens on
 * @param caFile where the certificate of its authority is written, for clients to trust
 */
public record HttpsOptions(int port, List<String> names, Optional<Path> caFile) {
  /** Where the command line listens unless told otherwise. */
  public static final int DEFAULT_PORT = 3443;

  private static final Pattern LABELS =
      Pattern.compile("(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /**
   * @throws IllegalArgumentException if the port is out of range, or a name is none
   */
  public HttpsOptions {
    names = List.copyOf(names);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535");
    }
    names.stream()
        .filter(name -> !isName(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("no DNS name or address: " + name);
        });
  }

  /** A free port, and no further names. */
  public static HttpsOptions defaults() {
    return new HttpsOptions(0, List.of(), Optional.empty());
  }

  /** The same on another port. */
  public HttpsOptions withPort(int newPort) {
    return new HttpsOptions(newPort, names, caFile);
  }

  /** The same for other names. */
  public HttpsOptions withNames(List<String> newNames) {
    return new HttpsOptions(port, newNames, caFile);
  }

  /** The same with its authority written to a file. */
  public HttpsOptions withCaFile(Path file) {
    return new HttpsOptions(port, names, Optional.of(file));
  }

  /** Whether a certificate can be made for it: a DNS name, one behind a wildcard, or an address. */
  public static boolean isName(String name) {
    return LABELS.matcher(name).matches() || IPV6.matcher(name).matches();
  }
}
