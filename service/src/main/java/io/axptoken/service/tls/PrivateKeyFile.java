package io.axptoken.service.tls;

import io.axptoken.service.config.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/**
 * The file of a private key in any of the forms that OpenSSL writes: PKCS#8, PKCS#1 or SEC1, each
 * of them plain or encrypted. Plain keys are read without starting a cryptography provider.
 */
final class PrivateKeyFile {
  private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS =
      Map.of(
          PKCSObjectIdentifiers.rsaEncryption, "RSA",
          X9ObjectIdentifiers.id_ecPublicKey, "EC",
          EdECObjectIdentifiers.id_Ed25519, "Ed25519");

  /** Names for those that are met in practice and not supported. */
  private static final Map<ASN1ObjectIdentifier, String> OTHERS =
      Map.of(
          X9ObjectIdentifiers.id_dsa, "DSA",
          EdECObjectIdentifiers.id_Ed448, "Ed448",
          PKCSObjectIdentifiers.id_RSASSA_PSS, "RSASSA-PSS");

  static final Set<ASN1Encodable> CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          SECObjectIdentifiers.secp521r1);

  private final PemFile file;
  private final Secret passPhrase;

  PrivateKeyFile(PemFile file, Secret passPhrase) {
    this.file = file;
    this.passPhrase = passPhrase;
  }

  /** The one private key of the file. */
  PrivateKey privateKey() {
    return javaKey(keyInfo(onlyKey()));
  }

  private PemObject onlyKey() {
    List<PemObject> keys =
        PemObjects.of(file).stream().filter(o -> o.getType().endsWith("PRIVATE KEY")).toList();
    if (keys.size() > 1) {
      throw file.fault("holds %d private keys. Leave only one.".formatted(keys.size()));
    }
    if (keys.isEmpty()) {
      throw file.fault(
          file.has("CERTIFICATE")
              ? "holds a certificate but no private key. " + PemFile.SWAPPED
              : "holds no private key.");
    }
    return keys.getFirst();
  }

  private PrivateKeyInfo keyInfo(PemObject key) {
    var encryption = new KeyEncryption(file, passPhrase);
    return switch (key.getType()) {
      case "PRIVATE KEY" -> parsed(() -> PrivateKeyInfo.getInstance(key.getContent()));
      case "ENCRYPTED PRIVATE KEY" -> encryption.decryptPkcs8(key);
      case "RSA PRIVATE KEY" -> encryption.open(key, this::pkcs1);
      case "EC PRIVATE KEY" -> encryption.open(key, this::sec1);
      case "OPENSSH PRIVATE KEY" ->
          throw file.fault(
              "is in the form of OpenSSH. Convert it: ssh-keygen -p -m PKCS8 -f " + file.path());
      default -> throw unsupported(key.getType().replace(" PRIVATE KEY", ""));
    };
  }

  private PrivateKeyInfo pkcs1(byte[] content) throws IOException {
    var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new PrivateKeyInfo(algorithm, RSAPrivateKey.getInstance(content));
  }

  private PrivateKeyInfo sec1(byte[] content) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(content);
    @Nullable ASN1Encodable curve = key.getParametersObject();
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_ecPublicKey, curve == null ? curveBefore() : curve),
        key);
  }

  /** The curve in the block that OpenSSL writes before an EC key. */
  private ASN1Encodable curveBefore() throws IOException {
    for (PemObject object : PemObjects.of(file)) {
      if (object.getType().equals("EC PARAMETERS")) {
        return ASN1Primitive.fromByteArray(object.getContent());
      }
    }
    throw new IOException("no curve");
  }

  private PrivateKey javaKey(PrivateKeyInfo info) {
    AlgorithmIdentifier type = info.getPrivateKeyAlgorithm();
    String algorithm = ALGORITHMS.get(type.getAlgorithm());
    if (algorithm == null) {
      throw unsupported(OTHERS.getOrDefault(type.getAlgorithm(), type.getAlgorithm().getId()));
    }
    if (algorithm.equals("EC") && !CURVES.contains(type.getParameters())) {
      throw file.fault(
          "holds an EC key on a curve that is not supported. Use P-256, P-384 or P-521.");
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw damaged();
    }
  }

  private <T> T parsed(Supplier<T> parser) {
    try {
      return parser.get();
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  private KeyMaterialException damaged() {
    return file.fault("holds a damaged key. Copy the file again.");
  }

  private KeyMaterialException unsupported(String type) {
    return file.fault(
        "is a key of type %s, which is not supported. Use RSA, EC or Ed25519."
            .formatted(PemFile.shown(type)));
  }
}
