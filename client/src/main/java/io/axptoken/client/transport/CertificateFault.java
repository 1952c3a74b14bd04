package io.axptoken.client.transport;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rule that a certificate broke, for which it is not trusted. Later versions may know more. */
public enum CertificateFault {
  /** It has ended. */
  EXPIRED("the certificate has expired"),
  /** It has not begun: one of the two clocks may be wrong. */
  NOT_YET_VALID("the certificate is not valid yet"),
  /** Nobody who is trusted has signed it, or an intermediate certificate is missing. */
  UNKNOWN_ISSUER("the certificate's issuer is not trusted"),
  /** It was made for other host names. */
  HOST_NAME("the certificate is for another host name"),
  /** Its issuer has taken it back. */
  REVOKED("the certificate is revoked"),
  /** Its algorithm or its key is too weak for this JDK. */
  TOO_WEAK("the certificate's algorithm or key is too weak");

  private static final int DEEPEST = 10;

  private final String text;

  CertificateFault(String text) {
    this.text = text;
  }

  /** As a clause, such as {@code the certificate has expired}. */
  @Override
  public String toString() {
    return text;
  }

  /** What the exceptions of the JDK's TLS say, or {@code null} if they speak of no certificate. */
  static @Nullable CertificateFault of(@Nullable Throwable failure) {
    Throwable seen = failure;
    for (int depth = 0; seen != null && depth < DEEPEST; depth++) {
      CertificateFault fault = ofOne(seen);
      if (fault != null) {
        return fault;
      }
      seen = seen.getCause();
    }
    return null;
  }

  private static @Nullable CertificateFault ofOne(Throwable failure) {
    return switch (failure) {
      case CertificateExpiredException e -> EXPIRED;
      case CertificateNotYetValidException e -> NOT_YET_VALID;
      case CertificateRevokedException e -> REVOKED;
      case CertPathValidatorException e -> of(e.getReason());
      case CertPathBuilderException e when e.getCause() == null -> UNKNOWN_ISSUER;
      case CertificateException e when isOfHostName(e) -> HOST_NAME;
      default -> null;
    };
  }

  private static @Nullable CertificateFault of(CertPathValidatorException.Reason reason) {
    return reason instanceof BasicReason basic
        ? switch (basic) {
          case EXPIRED -> EXPIRED;
          case NOT_YET_VALID -> NOT_YET_VALID;
          case REVOKED -> REVOKED;
          case ALGORITHM_CONSTRAINED -> TOO_WEAK;
          default -> null;
        }
        : null;
  }

  /** The JDK says it in words alone. */
  private static boolean isOfHostName(CertificateException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    return message.startsWith("no name matching") || message.startsWith("no subject alternative");
  }
}
