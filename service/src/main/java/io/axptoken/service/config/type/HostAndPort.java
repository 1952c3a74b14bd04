package io.axptoken.service.config.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authority of a URL without user information.
 *
 * @param host as written; an IPv6 address keeps its brackets
 * @param port 1 to 65535, or -1 for none
 */
public record HostAndPort(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(:([0-9]{1,5}))?");

  /** The parts, or {@code null} if the text is not of that form. */
  public static @Nullable HostAndPort parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String host = matcher.group(1);
    String digits = matcher.group(3);
    int port = digits == null ? -1 : Integer.parseInt(digits);
    boolean bracketed = host.startsWith("[");
    boolean valid =
        bracketed
            ? Hosts.isIpv6(Hosts.unbracketed(host))
            : Hosts.isIpv4(host) || Hosts.isName(host);
    return valid && port != 0 && port <= 65_535 ? new HostAndPort(host, port) : null;
  }

  /** Leaves the port away where it is the usual one. */
  HostAndPort withoutPort(int usual) {
    return port == usual ? new HostAndPort(host, -1) : this;
  }

  @Override
  public String toString() {
    return port < 0 ? host : host + ":" + port;
  }
}
