package io.axptoken.service.tls;

import io.axptoken.service.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.encoders.Hex;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/** Opens encrypted private keys, in today's form (PKCS#8) and OpenSSL's older one. */
final class KeyEncryption {
  private static final String OLD_FORM = "DEK-Info";

  private final PemFile file;
  private final Secret passPhrase;

  KeyEncryption(PemFile file, Secret passPhrase) {
    this.file = file;
    this.passPhrase = passPhrase;
  }

  /** Makes a key of the decrypted bytes. */
  @FunctionalInterface
  interface Parser {
    PrivateKeyInfo parse(byte[] content) throws IOException;
  }

  /** Opens {@code ENCRYPTED PRIVATE KEY}. The provider is made here, for this use alone. */
  PrivateKeyInfo decryptPkcs8(PemObject key) {
    requirePassPhrase();
    InputDecryptorProvider decryptor =
        new JcePKCSPBEInputDecryptorProviderBuilder()
            .setProvider(new BouncyCastleProvider())
            .build(passPhrase.reveal().toCharArray());
    PKCS8EncryptedPrivateKeyInfo encrypted = encryptedInfo(key);
    try {
      return encrypted.decryptPrivateKeyInfo(decryptor);
    } catch (PKCSException | RuntimeException e) {
      throw e.getCause() instanceof OperatorCreationException
          ? unsupported(encrypted.getEncryptionAlgorithm().getAlgorithm().getId())
          : wrongPassPhrase();
    }
  }

  /** Opens a key of a traditional form, which is encrypted if its headers say so. */
  PrivateKeyInfo open(PemObject key, Parser parser) {
    String encryption = header(key, OLD_FORM);
    byte[] content = encryption.isEmpty() ? key.getContent() : decrypt(key, encryption);
    try {
      return parser.parse(content);
    } catch (IOException | RuntimeException e) {
      throw encryption.isEmpty()
          ? file.fault("holds a damaged key. Copy the file again.")
          : wrongPassPhrase();
    }
  }

  private byte[] decrypt(PemObject key, String encryption) {
    requirePassPhrase();
    String[] parts = encryption.split(",", 2);
    try {
      return new BcPEMDecryptorProvider(bytesAsChars())
          .get(parts[0])
          .decrypt(key.getContent(), Hex.decode(parts[parts.length - 1]));
    } catch (PEMException | RuntimeException e) {
      throw e instanceof DecoderException || isUnknownCipher(e)
          ? unsupported(parts[0])
          : wrongPassPhrase();
    }
  }

  private static boolean isUnknownCipher(Exception e) {
    return String.valueOf(e.getMessage()).contains("unknown encryption");
  }

  private PKCS8EncryptedPrivateKeyInfo encryptedInfo(PemObject key) {
    try {
      return new PKCS8EncryptedPrivateKeyInfo(key.getContent());
    } catch (IOException | RuntimeException e) {
      throw file.fault("holds a damaged key. Copy the file again.");
    }
  }

  /** The library takes the low byte of each character, OpenSSL the bytes of UTF-8. */
  private char[] bytesAsChars() {
    byte[] bytes = passPhrase.reveal().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1).toCharArray();
  }

  private void requirePassPhrase() {
    if (passPhrase.isEmpty()) {
      throw file.fault("is encrypted. Set server.sslPassPhrase.");
    }
  }

  private KeyMaterialException wrongPassPhrase() {
    return file.fault(
        "cannot be decrypted. server.sslPassPhrase is wrong, or the file is damaged.");
  }

  private KeyMaterialException unsupported(String algorithm) {
    return file.fault(
        ("is encrypted with %s, which is not supported."
                + " Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in %s")
            .formatted(PemFile.shown(algorithm), file.path()));
  }

  @SuppressWarnings("unchecked")
  private static String header(PemObject key, String name) {
    for (PemHeader header : (List<PemHeader>) key.getHeaders()) {
      if (header.getName().equals(name)) {
        return header.getValue();
      }
    }
    return "";
  }
}
