package io.axptoken.service.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** What a file of keys or certificates is that is not in PEM, and the command that converts it. */
public final class ForeignForm {
  private static final int ASN1_SEQUENCE = 0x30;
  private static final byte[] JAVA_KEY_STORE = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};
  private static final Pattern SSH_KEY = Pattern.compile("(?:ssh|ecdsa)-[a-z0-9-]+ AAAA");
  private static final Pattern BARE_BASE64 = Pattern.compile("MI[A-Za-z0-9+/]{40,}");

  private ForeignForm() {}

  /** What to say of it, behind the file's name. */
  public static String advice(byte[] bytes, Path path) {
    if (bytes.length == 0) {
      return "is empty.";
    }
    if (bytes[0] == ASN1_SEQUENCE) {
      return binary(bytes, path);
    }
    if (startsWith(bytes, JAVA_KEY_STORE)) {
      return ("is a Java key store, not PEM. Convert it: keytool -importkeystore -srckeystore %1$s"
              + " -destkeystore %1$s.p12 -deststoretype PKCS12, then openssl pkcs12 -in %1$s.p12"
              + " -out %1$s.pem")
          .formatted(path);
    }
    return text(new String(bytes, StandardCharsets.ISO_8859_1), path);
  }

  /** What to say of a block of PKCS#7 in PEM. */
  public static String pkcs7(Path path) {
    return "holds PKCS#7. Convert it: openssl pkcs7 -print_certs -in %1$s -out %1$s.pem"
        .formatted(path);
  }

  private static String text(String text, Path path) {
    if (SSH_KEY.matcher(text).lookingAt()) {
      return "is a public key of OpenSSH, not PEM. Convert it: ssh-keygen -e -m PKCS8 -f " + path;
    }
    return BARE_BASE64.matcher(text).lookingAt()
        ? "is Base64 without the lines around it, such as -----BEGIN CERTIFICATE----- before and"
            + " -----END CERTIFICATE----- behind it. Add them."
        : "is not PEM: no line starts with -----BEGIN.";
  }

  private static String binary(byte[] bytes, Path path) {
    try {
      if (ASN1Primitive.fromByteArray(bytes) instanceof ASN1Sequence sequence
          && sequence.size() >= 2) {
        return binary(sequence).formatted(path);
      }
    } catch (IOException | RuntimeException _) {
      // Told below: it is binary, and nothing that we know.
    }
    return "is binary, but no certificate, key, PKCS#7 or PKCS#12. Name a PEM file.";
  }

  /** By what its parts are: each form has others. */
  private static String binary(ASN1Sequence sequence) {
    ASN1Encodable first = sequence.getObjectAt(0);
    ASN1Encodable second = sequence.getObjectAt(1);
    boolean isShort = sequence.size() == 2;
    if (first.equals(PKCSObjectIdentifiers.signedData)) {
      return is("PKCS#7", "openssl pkcs7 -inform DER -print_certs");
    }
    if (first instanceof ASN1Integer && isContentInfo(second)) {
      return is("PKCS#12", "openssl pkcs12");
    }
    if (first instanceof ASN1Sequence && isShort && second instanceof ASN1BitString) {
      return is("a public key in DER", "openssl pkey -pubin -inform DER");
    }
    return first instanceof ASN1Integer || isShort
        ? is("a private key in DER", "openssl pkey -inform DER")
        : is("a certificate in DER", "openssl x509 -inform DER");
  }

  private static boolean isContentInfo(ASN1Encodable part) {
    return part instanceof ASN1Sequence content
        && content.size() > 0
        && content.getObjectAt(0) instanceof ASN1ObjectIdentifier type
        && type.on(PKCSObjectIdentifiers.pkcs_7);
  }

  private static String is(String what, String command) {
    return "is " + what + ", not PEM. Convert it: " + command + " -in %1$s -out %1$s.pem";
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= bytes.length || bytes[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
