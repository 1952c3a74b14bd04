package io.axptoken.server.command.check;

import io.axptoken.service.tls.TrustAnchors;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Shakes hands with the platform, whoever it claims to be, and looks at its certificate afterwards,
 * so that what is wrong with it can be named. Nothing is ever sent over that connection.
 */
final class TlsCheck {
  private final Route route;
  private final Clock clock;
  private final Findings findings;

  private TlsCheck(Route route, Clock clock, Findings findings) {
    this.route = route;
    this.clock = clock;
    this.findings = findings;
  }

  /** Whether the platform at the end of this socket is who it should be. */
  static boolean of(Route route, Socket socket, Clock clock, Findings findings) {
    return route.tls()
        ? new TlsCheck(route, clock, findings).shakeHands(socket)
        : findings.ok(Connectivity.TLS, "none: plain HTTP, which does not leave this machine");
  }

  private boolean shakeHands(Socket socket) {
    Witness witness = new Witness();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      try (SSLSocket tls =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, route.host(), route.port(), true)) {
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return judge(witness.chain, tls.getSession().getProtocol());
      }
    } catch (IOException e) {
      return witness.chain.isEmpty() ? noHandshake(e) : refused(witness.chain, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private boolean noHandshake(IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return findings.failed(
          Connectivity.TLS,
          "the platform does not answer the handshake",
          "Check that axp.hostName names a port for HTTPS; a firewall may hold it up.");
    }
    boolean plain =
        failure instanceof SSLException
            && String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized");
    return findings.failed(
        Connectivity.TLS,
        plain
            ? "what answers there does not speak TLS; plain HTTP, perhaps"
            : "the handshake breaks off",
        "Correct host and port in axp.hostName: it must be a port for HTTPS.");
  }

  /** What the platform shows is no good for this host, whoever signed it. */
  private boolean refused(List<X509Certificate> chain, IOException failure) {
    String said = failure.getCause() instanceof CertificateException e ? e.getMessage() : null;
    if (said != null && said.contains("algorithm constraints")) {
      return findings.failed(
          Connectivity.TLS,
          "the certificate is too weak for this Java: " + CertificateNames.plain(said),
          "Have the platform's operators renew it with a stronger key and signature.");
    }
    return timely(chain)
        && findings.failed(
            Connectivity.TLS,
            "the certificate is for "
                + CertificateNames.of(chain.getFirst())
                + ", not for "
                + route.host(),
            "Correct axp.hostName: it must be one of these names, or another machine answers.");
  }

  private boolean judge(List<X509Certificate> chain, String protocol) {
    X509Certificate own = chain.getFirst();
    if (!timely(chain) || !trusted(chain)) {
      return false;
    }
    String names = CertificateNames.of(own);
    long days = Duration.between(clock.instant(), own.getNotAfter().toInstant()).toDays();
    String detail =
        "%s, certificate for %s, %d days left, issued by %s"
            .formatted(protocol, names, days, CertificateNames.issuer(own));
    return days < 14
        ? findings.warning(
            Connectivity.TLS, detail, "Have the platform's operators renew it in time.")
        : findings.ok(Connectivity.TLS, detail);
  }

  private boolean timely(List<X509Certificate> chain) {
    Instant now = clock.instant();
    for (X509Certificate certificate : chain) {
      String name = CertificateNames.subject(certificate);
      if (now.isAfter(certificate.getNotAfter().toInstant())) {
        return findings.failed(
            Connectivity.TLS,
            "the certificate of " + name + " expired on " + certificate.getNotAfter().toInstant(),
            "Have the platform's operators renew it; or set the clock of this machine, which says "
                + now
                + ".");
      }
      if (now.isBefore(certificate.getNotBefore().toInstant())) {
        return findings.failed(
            Connectivity.TLS,
            "the certificate of "
                + name
                + " is not valid before "
                + certificate.getNotBefore().toInstant(),
            "Set the clock of this machine, which says " + now + ".");
      }
    }
    return true;
  }

  private boolean trusted(List<X509Certificate> chain) {
    try {
      for (TrustManager manager : managers().getTrustManagers()) {
        if (manager instanceof X509TrustManager trust) {
          trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
        }
      }
      return true;
    } catch (CertificateException e) {
      return e.getCause() instanceof CertPathBuilderException
          ? unknown(chain)
          : findings.failed(
              Connectivity.TLS,
              "the certificate is not acceptable: " + CertificateNames.plain(e.getMessage()),
              "Have the platform's operators fix it.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has trust managers", e);
    }
  }

  private boolean unknown(List<X509Certificate> chain) {
    return findings.failed(
        Connectivity.TLS,
        "the certificate is not trusted: its authority \""
            + CertificateNames.issuer(chain.getLast())
            + "\" is not known to this machine",
        remedy(chain));
  }

  private String remedy(List<X509Certificate> chain) {
    X509Certificate last = chain.getLast();
    boolean cut =
        chain.size() == 1 && !last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    return (route.anchors() == null
            ? "Name a PEM file with the certificate of that authority as axp.caCertificatePath"
            : "Add the certificate of that authority to the file named as axp.caCertificatePath")
        + (cut ? "; if it is an intermediate, the platform should send it." : ".");
  }

  private TrustManagerFactory managers() throws GeneralSecurityException {
    if (route.anchors() != null) {
      return TrustAnchors.managers(route.anchors());
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((@Nullable KeyStore) null);
    return factory;
  }

  /** Lets everybody pass and remembers who did; names are still looked at by TLS itself. */
  private static final class Witness implements X509TrustManager {
    private List<X509Certificate> chain = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) {
      chain = List.of(Objects.requireNonNull(shown));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
