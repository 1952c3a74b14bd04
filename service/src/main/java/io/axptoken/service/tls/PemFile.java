package io.axptoken.service.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * A PEM file taken apart.
 *
 * @param name role and path, with which every message starts
 * @param path for the commands in messages
 * @param objects in the file's order
 */
record PemFile(String name, Path path, List<PemObject> objects) {
  static final String SWAPPED =
      "Are server.sslCertificatePath and server.sslPrivateKeyPath swapped?";

  private static final int MAX_BYTES = 1024 * 1024;
  private static final String AGAIN = "Copy the file again.";
  private static final int LONGEST_NAME = 60;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /** Reads a file that must hold at least one PEM block. */
  static PemFile read(String role, Path path) {
    String name = role + " " + path;
    byte[] bytes = bytes(name, path);
    PemText pem = PemText.of(bytes);
    if (pem.fault() != null) {
      throw new KeyMaterialException(name + ": is damaged: " + pem.fault() + ". " + AGAIN);
    }
    List<PemObject> objects = objects(name, pem.text());
    var file = new PemFile(name, path, objects);
    if (objects.isEmpty()) {
      throw file.fault(ForeignForm.advice(bytes, path));
    }
    return file;
  }

  /** The certificates, in the file's order. */
  List<X509Certificate> certificates() {
    if (has("PKCS7") || has("CMS")) {
      throw fault(ForeignForm.pkcs7(path));
    }
    return objects.stream()
        .filter(object -> object.getType().endsWith("CERTIFICATE"))
        .map(this::certificate)
        .toList();
  }

  /** Whether a block of such a type is there. */
  boolean has(String type) {
    return objects.stream().anyMatch(object -> object.getType().endsWith(type));
  }

  /** A fault of this file; what steers a terminal is taken out, for parts of it are the file's. */
  KeyMaterialException fault(String what) {
    return new KeyMaterialException(name + ": " + CONTROL.matcher(what).replaceAll("?"));
  }

  /** A name that the file gives, cut to what such names have. */
  static String shown(String foreign) {
    return foreign.length() <= LONGEST_NAME ? foreign : foreign.substring(0, LONGEST_NAME) + "…";
  }

  static KeyMaterialException unreadable(String name, IOException cause) {
    String what =
        switch (cause) {
          case NoSuchFileException _ -> "there is no such file. Check the path.";
          case AccessDeniedException _ ->
              "may not be read. Give the server's user permission to read it.";
          default -> "cannot be read (" + cause.getMessage() + "). Name a PEM file.";
        };
    return new KeyMaterialException(name + ": " + what);
  }

  private static byte[] bytes(String name, Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new KeyMaterialException(name + ": is not a regular file. Name a PEM file.");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new KeyMaterialException(name + ": is larger than 1 MiB. Name a PEM file.");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static List<PemObject> objects(String name, String text) {
    List<PemObject> objects = new ArrayList<>();
    try (var reader = new PemReader(new StringReader(text))) {
      for (var object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
        objects.add(object);
      }
      return List.copyOf(objects);
    } catch (IOException | DecoderException e) {
      throw new KeyMaterialException(
          name + ": is damaged: a PEM block is cut off or not Base64. " + AGAIN);
    }
  }

  private X509Certificate certificate(PemObject object) {
    try {
      var input = new ByteArrayInputStream(object.getContent());
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
    } catch (CertificateException e) {
      throw fault(
          isOnOtherCurve(object.getContent())
              ? "holds a certificate with a key on a curve that is not supported, or that is spelled"
                  + " out. Use P-256, P-384 or P-521, by name."
              : "holds a damaged certificate. Copy the file again.");
    }
  }

  private static boolean isOnOtherCurve(byte[] certificate) {
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
