package io.axptoken.push.fcm;

import io.axptoken.service.config.type.Hosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where access tokens may be asked for: Google, and this machine when messages go there, too. An
 * account that names any other host would have the connector call it.
 */
public final class TokenHosts {
  private static final Set<String> GOOGLE =
      Set.of("oauth2.googleapis.com", "accounts.google.com", "www.googleapis.com");

  private final boolean local;

  /** Those that go with where messages are sent. */
  public TokenHosts(URI fcm) {
    this.local = Hosts.isLoopback(fcm.getHost());
  }

  URI allowed(String uri) throws UnusableAccount {
    try {
      URI parsed = new URI(uri);
      if (isAllowed(parsed)) {
        return parsed;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new UnusableAccount(
        "token_uri must be one of Google's, such as https://oauth2.googleapis.com/token.");
  }

  private boolean isAllowed(URI uri) {
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      return false;
    }
    boolean google = "https".equals(uri.getScheme()) && GOOGLE.contains(host) && uri.getPort() < 0;
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return google || (local && web && Hosts.isLoopback(host));
  }
}
