package io.axptoken.sandbox.idp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses of this machine: the sandbox sends nobody and nothing anywhere else. */
final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Loopback() {}

  /** A page to redirect to: on any port and path, without user or fragment. */
  static Optional<URI> page(String text) {
    try {
      URI uri = new URI(text);
      return isLoopback(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether an {@code Origin} is one of this machine's. */
  static boolean isOrigin(String text) {
    return page(text)
        .filter(uri -> uri.getRawPath().isEmpty() && uri.getRawQuery() == null)
        .isPresent();
  }

  private static boolean isLoopback(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && HOSTS.contains(uri.getHost().toLowerCase(Locale.ROOT))
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null;
  }
}
