package io.axptoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes keys and certificates with the {@code openssl} program, in a folder that JUnit removes.
 * Certificates are good for {@code localhost} and 127.0.0.1, from now on for 30 days.
 */
public final class Pem {
  /** The passphrase of every encrypted key made here. */
  public static final String PASSPHRASE = "s3cr3t-passphrase";

  private static final String NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1";

  private final Path folder;
  private int files;

  private Pem(Path folder) {
    this.folder = folder;
  }

  /** Makes its files in this folder. */
  public static Pem in(Path folder) {
    return new Pem(folder);
  }

  /** A key that the tests use. */
  public enum KeyType {
    RSA("RSA", "rsa_keygen_bits:2048"),
    RSA_1024("RSA", "rsa_keygen_bits:1024"),
    EC_P256("EC", "ec_paramgen_curve:P-256"),
    EC_P384("EC", "ec_paramgen_curve:P-384"),
    EC_P521("EC", "ec_paramgen_curve:P-521"),
    EC_SECP256K1("EC", "ec_paramgen_curve:secp256k1"),
    ED25519("ED25519", ""),
    ED448("ED448", "");

    private final String algorithm;
    private final String option;

    KeyType(String algorithm, String option) {
      this.algorithm = algorithm;
      this.option = option;
    }
  }

  /**
   * A certificate file and the file of its key, PKCS#8 without passphrase.
   *
   * @param certificate the server's certificate, with the rest of the chain if there is one
   */
  public record Identity(Path certificate, Path key) {}

  /** A new private key, PKCS#8. */
  public Path key(KeyType type) {
    Path key = file("key");
    List<Object> command = new ArrayList<>(List.of("genpkey", "-algorithm", type.algorithm));
    if (!type.option.isEmpty()) {
      command.addAll(List.of("-pkeyopt", type.option));
    }
    command.addAll(List.of("-out", key));
    run(true, command);
    return key;
  }

  /** A certificate for this key, signed by itself. */
  public Path selfSigned(Path key) {
    Path certificate = file("crt");
    openssl(
        "req",
        "-x509",
        "-new",
        "-key",
        key,
        "-days",
        "30",
        "-subj",
        "/CN=localhost",
        "-addext",
        NAMES,
        "-out",
        certificate);
    return certificate;
  }

  /** A new key and its certificate, signed by itself. */
  public Identity selfSigned(KeyType type) {
    Path key = key(type);
    return new Identity(selfSigned(key), key);
  }

  /** A new certificate authority: its certificate and key. */
  public Identity authority(String name) {
    Path key = key(KeyType.EC_P256);
    Path certificate = file("crt");
    openssl(
        "req",
        "-x509",
        "-new",
        "-key",
        key,
        "-days",
        "30",
        "-subj",
        "/CN=" + name,
        "-out",
        certificate);
    return new Identity(certificate, key);
  }

  /** A certificate for localhost, signed by the authority; its file holds it alone. */
  public Identity signedBy(Identity authority, KeyType type) {
    return sign(authority, type, "localhost", NAMES);
  }

  /** A certificate for some other host. */
  public Identity signedForOtherHost(Identity authority, KeyType type) {
    return sign(authority, type, "other.example", "subjectAltName=DNS:other.example");
  }

  /** An authority below another one. */
  public Identity intermediate(Identity authority, String name) {
    return sign(authority, KeyType.EC_P256, name, "basicConstraints=critical,CA:TRUE");
  }

  /** One file with the contents of all, in this order. */
  public Path concat(Path... parts) {
    try {
      Path whole = file("pem");
      for (Path part : parts) {
        Files.writeString(
            whole, Files.readString(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file with this text. */
  public Path text(String text) {
    try {
      return Files.writeString(file("pem"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name in the folder that no file has yet. */
  public Path file(String extension) {
    return folder.resolve("file%d.%s".formatted(++files, extension));
  }

  /** Runs openssl, which must succeed, and gives its output; arguments are strings or paths. */
  public String openssl(Object... arguments) {
    return run(true, List.of(arguments));
  }

  /** Runs openssl, which may fail, and gives its output. */
  public String tryOpenssl(Object... arguments) {
    return run(false, List.of(arguments));
  }

  private static String run(boolean mustSucceed, List<?> arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    arguments.forEach(argument -> command.add(argument.toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0 && mustSucceed) {
        throw new AssertionError(command + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Identity sign(Identity authority, KeyType type, String name, String extension) {
    Path key = key(type);
    Path request = file("csr");
    Path certificate = file("crt");
    Path extensions = text(extension + "\n");
    openssl("req", "-new", "-key", key, "-subj", "/CN=" + name, "-out", request);
    openssl(
        "x509",
        "-req",
        "-in",
        request,
        "-CA",
        authority.certificate(),
        "-CAkey",
        authority.key(),
        "-CAcreateserial",
        "-days",
        "30",
        "-extfile",
        extensions,
        "-out",
        certificate);
    return new Identity(certificate, key);
  }
}
