package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What files of certificates and keys go through on their way, and the forms they come in. */
class FileFormsTest extends FaultFixture {
  private Path chain() {
    Pem.Identity authority = pem.authority("An authority");
    Pem.Identity own = pem.signedBy(authority, KeyType.EC_P256);
    key = own.key();
    return pem.concat(own.certificate(), authority.certificate());
  }

  @TestFactory
  Stream<DynamicTest> aChainIsReadAsAWhole() {
    return Stream.of(
        form("glued without a line break", text -> text.replace("-----\n-----", "----------")),
        form("with CRLF", text -> text.replace("\n", "\r\n")),
        form("with CR", text -> text.replace('\n', '\r')),
        form("with line breaks in two characters", text -> text.replace("\n", "\\n")),
        form("with CRLF in four characters", text -> text.replace("\n", "\\r\\n")),
        form("in one line with blanks", text -> text.replace('\n', ' ')),
        form("in one line without", text -> text.replace("\n", "")),
        form("indented", text -> "  " + text.replace("\n", "\n  ")),
        form("behind a byte order mark", text -> "\u00EF\u00BB\u00BF" + text),
        form("below bag attributes", text -> "Bag Attributes\n    friendlyName: shop: x\n" + text),
        form(
            "below text without a line break",
            text -> text.replace("-----\n-----BEGIN", "-----\nsubject=CN = A-----BEGIN")),
        form("with blanks behind its boundaries", text -> text.replace("-----\n", "-----  \n")),
        form("below a comment", text -> "# not this -----BEGIN CERTIFICATE----- line\n" + text));
  }

  private DynamicTest form(String name, UnaryOperator<String> change) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String text = change.apply(Files.readString(chain()));
          Path file = Files.write(pem.file("pem"), text.getBytes(StandardCharsets.ISO_8859_1));

          assertThat(material(file, key).chain()).hasSize(2);
          assertThat(trusted(file)).contains("CN=An authority", "CN=localhost");
        });
  }

  @TestFactory
  Stream<DynamicTest> utf16OfWindowsIsRead() {
    return Stream.of("UTF-16LE", "UTF-16BE")
        .flatMap(name ->
            Stream.of("\uFEFF", "")
                .map(mark ->
                    DynamicTest.dynamicTest(
                        name + (mark.isEmpty() ? "" : " with a mark"),
                        () -> {
                          String text = mark + Files.readString(chain());
                          Path file =
                              Files.write(pem.file("pem"), text.getBytes(Charset.forName(name)));

                          assertThat(material(file, key).chain()).hasSize(2);
                        })));
  }

  @Test
  void aKeyGluedToItsCertificateIsRead() throws IOException {
    String both = Files.readString(certificate).strip() + Files.readString(key);
    Path file = pem.text(both);

    assertThat(material(file, file).chain()).hasSize(1);
  }

  @Test
  void aKeyWithLineBreaksInTwoCharactersIsRead() throws IOException {
    Path odd = pem.text('"' + Files.readString(key).replace("\n", "\\n") + '"');

    assertThat(material(certificate, odd).chain()).hasSize(1);
  }

  @Test
  void aBlockWithoutItsBeginningOrItsEndIsNotPassedOver() throws IOException {
    String good = Files.readString(certificate);
    long line = good.lines().count();
    Path beginless = pem.text(good + good.replace("-----BEGIN", "----BEGIN"));
    assertCertificateFault(beginless, damaged(2 * line, "END", "BEGIN"));

    Path endless = pem.text(good.replace("-----END CERTIFICATE-----\n", "") + good);
    assertCertificateFault(endless, damaged(1, "BEGIN", "END"));
    assertThatThrownBy(() -> TrustAnchors.read(endless))
        .isInstanceOf(KeyMaterialException.class)
        .hasMessageContaining("line 1: ");
  }

  private static String damaged(long line, String there, String missing) {
    return "is damaged: line %d: -----%s CERTIFICATE----- has no -----%s CERTIFICATE-----. Copy the file again."
        .formatted(line, there, missing);
  }

  @TestFactory
  Stream<DynamicTest> anotherFormIsNamedWithTheCommandThatConvertsIt() {
    return Stream.of(
        foreign("a certificate in DER", "x509", "-in", "CERT", "-outform", "DER"),
        foreign("a private key in DER", "pkey", "-in", "KEY", "-outform", "DER"),
        foreign("a public key in DER", "pkey", "-in", "KEY", "-pubout", "-outform", "DER"),
        foreign("PKCS#7", "crl2pkcs7", "-nocrl", "-certfile", "CERT", "-outform", "DER"),
        foreign("PKCS#7", "crl2pkcs7", "-nocrl", "-certfile", "CERT"));
  }

  private DynamicTest foreign(String what, String... arguments) {
    return DynamicTest.dynamicTest(
        what + " of " + String.join(" ", arguments),
        () -> {
          Path file = pem.file("bin");
          Stream<Object> all =
              Stream.concat(
                  Stream.<Object>of((Object[]) arguments)
                      .map(a -> a.equals("CERT") ? certificate : a.equals("KEY") ? key : a),
                  Stream.of("-out", file));
          pem.openssl(all.toArray());

          String told = fault(file);
          assertThat(told).contains(what);
          String command = told.substring(told.indexOf("openssl ") + "openssl ".length());
          pem.openssl((Object[]) command.split(" ", -1));
          assertThat(Path.of(file + ".pem")).content().contains("-----BEGIN ");
        });
  }

  @Test
  void aContainerWithAPassphraseIsNamed() {
    Path container = pem.file("p12");
    pem.openssl(
        "pkcs12",
        "-export",
        "-in",
        certificate,
        "-inkey",
        key,
        "-passout",
        "pass:" + Pem.PASSPHRASE,
        "-out",
        container);

    assertThat(fault(container))
        .endsWith(
            "is PKCS#12, not PEM. Convert it: openssl pkcs12 -in %1$s -out %1$s.pem"
                .formatted(container));
  }

  @Test
  void formsOfOtherProgramsAreNamed() throws IOException {
    Path store = Files.write(pem.file("jks"), new byte[] {-2, -19, -2, -19, 0, 0});
    String base64 = Files.readString(certificate).replaceAll("-----[A-Z ]+-----\n", "");

    assertThat(fault(store)).contains("is a Java key store", "keytool -importkeystore");
    assertThat(fault(pem.text("ssh-ed25519 AAAAC3Nz"))).contains("ssh-keygen -e -m PKCS8 -f ");
    assertThat(fault(pem.text(base64))).contains("is Base64 without the lines around it");
    assertThat(fault(Files.write(pem.file("bin"), new byte[] {0x30, 3, 2, 1, 5})))
        .endsWith("is binary, but no certificate, key, PKCS#7 or PKCS#12. Name a PEM file.");
  }

  private String fault(Path file) {
    try {
      material(file, key);
    } catch (KeyMaterialException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError(file + " was taken");
  }

  private static KeyMaterial material(Path certificate, Path key) {
    return KeyMaterial.load(certificate, key, Secret.of(""), Clock.systemUTC());
  }

  private static List<String> trusted(Path file) {
    return Stream.of(TrustAnchors.managers(file).getTrustManagers())
        .flatMap(FileFormsTest::issuers)
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .toList();
  }

  private static Stream<X509Certificate> issuers(TrustManager manager) {
    return Stream.of(((X509TrustManager) manager).getAcceptedIssuers());
  }
}
