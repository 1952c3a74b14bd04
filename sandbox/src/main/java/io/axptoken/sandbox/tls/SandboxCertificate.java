package io.axptoken.sandbox.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate for the sandbox, and that of the authority which signed it. The authority is made
 * for this one certificate, may sign for no other names, and its key is forgotten at once; so
 * trusting it gives nobody else away.
 */
public final class SandboxCertificate {
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Duration LIFETIME = Duration.ofDays(397);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private final String certificate;
  private final String key;
  private final String authority;

  private SandboxCertificate(String certificate, String key, String authority) {
    this.certificate = certificate;
    this.key = key;
    this.authority = authority;
  }

  /** A new one for these names, beside the usual ones of this machine. */
  public static SandboxCertificate issue(List<String> names, Instant now) {
    Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    all.addAll(names);
    try {
      return issue(all, now);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("a certificate of our own cannot be made", e);
    }
  }

  private static SandboxCertificate issue(Set<String> names, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair authorityKey = newKey();
    KeyPair key = newKey();
    X500Name authorityName =
        new X500Name("CN=AXP sandbox authority " + Long.toHexString(now.toEpochMilli()));
    JcaX509v3CertificateBuilder authority =
        builder(authorityName, now, authorityName, authorityKey);
    authority.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    authority.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    authority.addExtension(Extension.nameConstraints, true, onlyFor(names));
    X509Certificate root = sign(authority, authorityKey);

    JcaX509v3CertificateBuilder leaf =
        builder(authorityName, now, new X500Name("CN=localhost"), key);
    leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    leaf.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    leaf.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
    leaf.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authorityKey.getPublic()));
    return new SandboxCertificate(
        pem(sign(leaf, authorityKey)), pkcs8(key.getPrivate()), pem(root));
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, Instant now, X500Name subject, KeyPair key)
      throws GeneralSecurityException, IOException {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(120, new SecureRandom()),
            Date.from(now.minus(CLOCK_SKEW)),
            Date.from(now.plus(LIFETIME)),
            subject,
            key.getPublic());
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
    return builder;
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
  }

  private static NameConstraints onlyFor(Set<String> names) {
    GeneralSubtree[] permitted =
        names.stream()
            .map(name -> new GeneralSubtree(constraint(name)))
            .toArray(GeneralSubtree[]::new);
    return new NameConstraints(permitted, null);
  }

  private static GeneralName constraint(String name) {
    if (IPV4.matcher(name).matches()) {
      return new GeneralName(GeneralName.iPAddress, name + "/32");
    }
    return name.contains(":")
        ? new GeneralName(GeneralName.iPAddress, name + "/128")
        : new GeneralName(GeneralName.dNSName, name.startsWith("*.") ? name.substring(2) : name);
  }

  private static GeneralNames alternatives(Set<String> names) {
    return new GeneralNames(
        names.stream().map(SandboxCertificate::alternative).toArray(GeneralName[]::new));
  }

  private static GeneralName alternative(String name) {
    boolean address = name.contains(":") || IPV4.matcher(name).matches();
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  private static String pem(X509Certificate certificate) throws IOException {
    return write(certificate);
  }

  private static String pkcs8(PrivateKey key) throws IOException {
    return write(new JcaPKCS8Generator(key, null));
  }

  private static String write(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  /** The server's certificate, PEM. */
  public String certificate() {
    return certificate;
  }

  /** The server's private key, PEM (PKCS#8). */
  public String key() {
    return key;
  }

  /** The authority's certificate, PEM: what clients are to trust. */
  public String authority() {
    return authority;
  }
}
