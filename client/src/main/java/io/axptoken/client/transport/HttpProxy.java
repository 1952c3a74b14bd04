package io.axptoken.client.transport;

import io.axptoken.client.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy on the way to the platform. Each TLS connection goes through a tunnel that the
 * proxy is asked for by {@code CONNECT}, so it sees no call. Plain HTTP, which leads nowhere but to
 * this very machine, does not use it. It prints neither user nor password.
 *
 * @param host its name or address
 * @param port 1 to 65535
 * @param user the name it knows us by (Basic, RFC 7617), or {@code null} if it lets everybody
 *     through
 * @param password of that user; absent exactly when the user is
 */
public record HttpProxy(String host, int port, @Nullable String user, @Nullable Secret password) {
  /**
   * Requires a host, a port, and both parts of the credentials or none.
   *
   * @throws IllegalArgumentException that names what is wrong, and shows no credentials
   */
  public HttpProxy {
    Objects.requireNonNull(host, "host");
    require(!host.isBlank(), "The proxy's host is empty");
    require(port > 0 && port < 65_536, "The proxy's port must be 1 to 65535, not " + port);
    require(
        (user == null) == (password == null),
        "The proxy's user and password must be given together, or neither");
    require(user == null || isSound(user, true), "The proxy's user has a character it cannot have");
    require(
        password == null || isSound(password.reveal(), false),
        "The proxy's password has a character it cannot have");
  }

  /**
   * A proxy that asks for no credentials.
   *
   * @param host its name or address
   * @param port 1 to 65535
   */
  public HttpProxy(String host, int port) {
    this(host, port, null, null);
  }

  /** The value of {@code proxy-authorization}, or {@code null} without credentials. */
  @Nullable Secret authorization() {
    if (user == null || password == null) {
      return null;
    }
    byte[] pair = (user + ':' + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static boolean isSound(String text, boolean isUser) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) || (isUser && c == ':'));
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }
}
