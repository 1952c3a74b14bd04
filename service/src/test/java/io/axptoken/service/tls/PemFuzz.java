package io.axptoken.service.tls;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Fuzz;
import java.nio.file.Path;
import java.time.Clock;

/** Whatever the files of TLS hold, they are used or refused in one line. */
public final class PemFuzz {
  private static final String PASSPHRASE = "s3cr3t-passphrase";

  private PemFuzz() {}

  /** The entry point of the fuzzer: one file, as certificate, key and trust anchor. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Fuzz.latin(input).contains(PASSPHRASE)) {
      return; // What the file says itself, a message about the file may say.
    }
    Path file = Fuzz.file("tls.pem", input);
    refused(() -> KeyMaterial.load(file, file, Secret.of(""), Clock.systemUTC()));
    refused(() -> KeyMaterial.load(file, file, Secret.of(PASSPHRASE), Clock.systemUTC()));
    refused(() -> KeyMaterial.privateKey(PemFile.read("Key", file), Secret.of(PASSPHRASE)));
    refused(() -> TrustAnchors.load(file));
  }

  private static void refused(Runnable reading) {
    try {
      reading.run();
    } catch (KeyMaterialException e) {
      String message = String.valueOf(e.getMessage());
      require(message.length() < 600, "A refusal is short");
      require(
          message.chars().noneMatch(Character::isISOControl), "A refusal is one line: " + message);
      require(!message.contains(PASSPHRASE), "A refusal has no passphrase");
    }
  }
}
