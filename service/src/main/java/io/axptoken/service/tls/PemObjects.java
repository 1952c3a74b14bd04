package io.axptoken.service.tls;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The blocks of a PEM file as the library sees them, in all the forms that there are. */
final class PemObjects {
  private PemObjects() {}

  /** All of them, in the file's order. */
  static List<PemObject> of(PemFile file) {
    List<PemObject> objects = new ArrayList<>();
    try (var reader = new PemReader(new StringReader(file.text()))) {
      for (var object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
        objects.add(object);
      }
      return List.copyOf(objects);
    } catch (IOException | DecoderException e) {
      throw new KeyMaterialException(
          file.name() + ": is damaged: a PEM block is cut off or not Base64. " + PemFile.AGAIN);
    }
  }

  /** What its certificates are made of. */
  static List<byte[]> certificates(PemFile file) {
    return of(file).stream()
        .filter(object -> object.getType().endsWith("CERTIFICATE"))
        .map(PemObject::getContent)
        .toList();
  }

  /** Whether what the JDK takes for damaged is a key on a curve that it does not know. */
  static boolean isOnOtherCurve(byte[] certificate) {
    try {
      AlgorithmIdentifier key =
          Certificate.getInstance(certificate).getSubjectPublicKeyInfo().getAlgorithm();
      return key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
          && !PrivateKeyFile.CURVES.contains(key.getParameters());
    } catch (RuntimeException damaged) {
      return false;
    }
  }
}
