package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformException;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Some;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.Identity;
import io.axptoken.testing.Pem.KeyType;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.axptoken.testing.TlsContexts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rule a certificate broke, as whoever waits for a token reads it. */
class CertificateFaultTest {
  @TempDir private Path folder;
  private Pem pem;
  private Identity authority;

  @BeforeEach
  void makeAuthority() {
    pem = Pem.in(folder);
    authority = pem.authority("Test authority");
  }

  @Test
  void anExpiredCertificateIsToldAsThat() throws Exception {
    assertFault(CertificateFault.EXPIRED, signed("20200101000000Z", "20200201000000Z"), authority);
  }

  @Test
  void aCertificateOfTheFutureIsToldAsThat() throws Exception {
    assertFault(
        CertificateFault.NOT_YET_VALID, signed("20450101000000Z", "20450201000000Z"), authority);
  }

  @Test
  void anUnknownIssuerIsToldAsThat() throws Exception {
    assertFault(
        CertificateFault.UNKNOWN_ISSUER,
        pem.signedBy(authority, KeyType.EC_P256),
        pem.authority("Another authority"));
  }

  @Test
  void aCertificateForAnotherHostIsToldAsThat() throws Exception {
    assertFault(
        CertificateFault.HOST_NAME, pem.signedForOtherHost(authority, KeyType.EC_P256), authority);
  }

  @Test
  void theExceptionOfARefusedCertificateCanBeSentToAnotherJvm() throws Exception {
    PlatformException thrown =
        thrownFor(pem.signedForOtherHost(authority, KeyType.EC_P256), authority);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PlatformException read = (PlatformException) in.readObject();
      assertThat(read.failure()).isEqualTo(thrown.failure());
      assertThat(read).hasMessage(thrown.getMessage());
      assertThat(read.getCause()).isInstanceOf(TransportException.class);
    }
  }

  private void assertFault(CertificateFault fault, Identity shown, Identity trusted)
      throws Exception {
    PlatformException thrown = thrownFor(shown, trusted);

    assertThat(thrown).hasMessageContaining("tls failed (" + fault + ")");
    assertThat(thrown.failure().isTransient()).isFalse();
    assertThat(thrown.getCause())
        .isInstanceOfSatisfying(
            TransportException.class,
            cause -> assertThat(cause.certificateFault()).isEqualTo(fault))
        .hasCauseInstanceOf(SSLException.class);
    assertThat(thrown.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("issueFromHere"));
  }

  private PlatformException thrownFor(Identity shown, Identity trusted) throws Exception {
    SSLContext tls = TlsContexts.serving(pem, shown);
    try (RawServer server =
            RawServer.start(
                tls.getServerSocketFactory().createServerSocket(0), Script.answer(200, "{}"));
        Transport transport =
            new JdkTransport(Duration.ofSeconds(5), TlsContexts.trusting(trusted.certificate()));
        TokenPlatform platform =
            TokenPlatform.axp(
                Some.config(server.uri("")).resilience(Resilience.NONE).build(),
                transport,
                InstantSource.system())) {
      return Objects.requireNonNull(
          catchThrowableOfType(PlatformException.class, () -> issueFromHere(platform)));
    }
  }

  private static void issueFromHere(TokenPlatform platform) {
    platform.issueAndWait(EndUser.withId("user-1"));
  }

  /** With the dates that openssl's x509 does not take. */
  private Identity signed(String from, String until) throws Exception {
    Path key = pem.key(KeyType.EC_P256);
    Path request = pem.file("csr");
    Path certificate = pem.file("crt");
    Path index = Files.createFile(folder.resolve("index.txt"));
    Path settings =
        pem.text(
            """
            [ca]
            default_ca=it
            [it]
            database=%s
            new_certs_dir=%s
            rand_serial=yes
            policy=any
            default_md=sha256
            x509_extensions=names
            [any]
            commonName=supplied
            [names]
            subjectAltName=DNS:localhost,IP:127.0.0.1
            """
                .formatted(index, folder));
    pem.openssl("req", "-new", "-key", key, "-subj", "/CN=localhost", "-out", request);
    pem.openssl(
        "ca",
        "-batch",
        "-config",
        settings,
        "-notext",
        "-cert",
        authority.certificate(),
        "-keyfile",
        authority.key(),
        "-startdate",
        from,
        "-enddate",
        until,
        "-in",
        request,
        "-out",
        certificate);
    return new Identity(certificate, key);
  }
}
