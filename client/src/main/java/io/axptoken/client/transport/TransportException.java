package io.axptoken.client.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. */
public final class TransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kept the answer away. */
  public enum Reason {
    /** The host name has no address. */
    UNKNOWN_HOST,
    /** Nobody listens, or the connection was not made in time. */
    CONNECT_FAILED,
    /** The TLS handshake failed: an untrusted or wrong certificate, for example. */
    TLS_FAILED,
    /** The {@link HttpProxy} cannot be found, nobody listens there, or it hangs up. */
    PROXY_UNREACHABLE,
    /** The proxy did not make the tunnel in time. */
    PROXY_TIMED_OUT,
    /** The proxy wants credentials, or others than it got (407). */
    PROXY_REJECTED_CREDENTIALS,
    /** The proxy wants credentials (407) and does not offer Basic, which is all that is spoken. */
    PROXY_WITHOUT_BASIC,
    /** The proxy could not reach the platform (5xx). */
    PROXY_FAILED,
    /** The proxy does not let calls through to the platform. */
    PROXY_REFUSED,
    /**
     * All connections that the transport may have were in use until the request's timeout passed:
     * it was not sent.
     */
    NOT_SENT,
    /** The request's timeout passed. */
    TIMED_OUT,
    /** The connection broke, or what came is not HTTP. */
    BROKEN,
    /** The answer is larger than {@link Transport#MAX_BODY_BYTES}. */
    TOO_LARGE,
    /** The answer's status line and headers are larger than {@link Transport#MAX_HEAD_BYTES}. */
    HEAD_TOO_LARGE,
    /** The transport was closed. */
    CLOSED
  }

  /** What kept the answer away. */
  private final Reason reason;

  /** The schemes that a proxy offers. */
  private final @Nullable String offered;

  /** The rule that the certificate broke. */
  private final @Nullable CertificateFault certificateFault;

  /**
   * Names the reason; the cause, if any, is for the log alone. It has no stack trace.
   *
   * @param reason what kept the answer away
   * @param cause for the log alone, or {@code null}
   */
  public TransportException(Reason reason, @Nullable Throwable cause) {
    this(reason, cause, null);
  }

  private TransportException(Reason reason, @Nullable Throwable cause, @Nullable String offered) {
    super(reason.toString(), cause, false, false);
    this.reason = reason;
    this.offered = offered;
    this.certificateFault = reason == Reason.TLS_FAILED ? CertificateFault.of(cause) : null;
  }

  /**
   * The proxy answered 407.
   *
   * @param challenges the values of its {@code proxy-authenticate} headers, of which no more than
   *     the names of a few schemes is kept
   * @param cause for the log alone, or {@code null}
   * @return the failure to end the call with
   */
  public static TransportException proxyChallenge(
      List<String> challenges, @Nullable Throwable cause) {
    List<String> schemes = ProxySchemes.in(challenges);
    boolean basic = schemes.isEmpty() || schemes.stream().anyMatch("basic"::equalsIgnoreCase);
    return basic
        ? new TransportException(Reason.PROXY_REJECTED_CREDENTIALS, cause)
        : new TransportException(Reason.PROXY_WITHOUT_BASIC, cause, String.join(", ", schemes));
  }

  /** {@return the schemes a proxy offers, such as {@code NTLM, Negotiate}, or {@code null}} */
  public @Nullable String offered() {
    return offered;
  }

  /**
   * Why the platform's certificate is not trusted; {@code null} if TLS failed for something else,
   * or did not fail.
   *
   * @return the rule that it broke, or {@code null}
   */
  public @Nullable CertificateFault certificateFault() {
    return certificateFault;
  }

  /** {@return what kept the answer away} */
  public Reason reason() {
    return reason;
  }
}
