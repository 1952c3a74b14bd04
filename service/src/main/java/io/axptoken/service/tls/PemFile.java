package io.axptoken.service.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A PEM file taken apart.
 *
 * @param name role and path, with which every message starts
 * @param path for the commands in messages
 * @param text with each boundary on a line of its own
 * @param labels of the blocks, in the file's order
 */
record PemFile(String name, Path path, String text, List<String> labels) {
  static final String SWAPPED =
      "Are server.sslCertificatePath and server.sslPrivateKeyPath swapped?";

  private static final int MAX_BYTES = 1024 * 1024;
  static final String AGAIN = "Copy the file again.";
  private static final int LONGEST_NAME = 60;
  private static final Pattern BEGIN = Pattern.compile("(?m)^-----BEGIN (.+?)-----$");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /** Reads a file that must hold at least one PEM block. */
  static PemFile read(String role, Path path) {
    String name = role + " " + path;
    byte[] bytes = bytes(name, path);
    PemText pem = PemText.of(bytes);
    if (pem.fault() != null) {
      throw new KeyMaterialException(name + ": is damaged: " + pem.fault() + ". " + AGAIN);
    }
    List<String> labels = BEGIN.matcher(pem.text()).results().map(begin -> begin.group(1)).toList();
    var file = new PemFile(name, path, pem.text(), labels);
    if (labels.isEmpty()) {
      throw file.fault(ForeignForm.advice(bytes, path));
    }
    return file;
  }

  /** The certificates, in the file's order. */
  List<X509Certificate> certificates() {
    if (has("PKCS7") || has("CMS")) {
      throw fault(ForeignForm.pkcs7(path));
    }
    List<byte[]> plain = PlainPem.of(text).certificates();
    return plain.isEmpty() ? readByLibrary() : plain.stream().map(this::certificate).toList();
  }

  /** Whatever is not written in the plainest way is left to who knows all the others. */
  private List<X509Certificate> readByLibrary() {
    return PemObjects.certificates(this).stream().map(this::certificate).toList();
  }

  /** Whether a block of such a type is there. */
  boolean has(String type) {
    return labels.stream().anyMatch(label -> label.endsWith(type));
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

  private X509Certificate certificate(byte[] content) {
    try {
      var input = new ByteArrayInputStream(content);
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
    } catch (CertificateException e) {
      throw fault(
          PemObjects.isOnOtherCurve(content)
              ? "holds a certificate with a key on a curve that is not supported, or that is spelled"
                  + " out. Use P-256, P-384 or P-521, by name."
              : "holds a damaged certificate. Copy the file again.");
    }
  }

  /** Without the text, which may hold a key. */
  @Override
  public String toString() {
    return name;
  }
}
