package io.axptoken.server.identity.jwt.keys;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.tls.PemText;
import io.axptoken.testing.Fuzz;
import java.security.PublicKey;
import java.util.List;

/** Whatever an issuer or a file says about its keys, only public ones come out, or nothing. */
public final class KeySetFuzz {
  private KeySetFuzz() {}

  /** The entry point of the fuzzer: a set of keys, one key, or PEM. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      requirePublic(JwkReader.read(input));
    } catch (NoKeys noKeys) {
      require(noKeys.getCause() == null, "What is no JSON is told in plain");
    }
    try {
      requirePublic(PemReader.read(PemText.of(input)));
    } catch (NoKeys noKeys) {
      require(String.valueOf(noKeys.getMessage()).length() < 300, "A reason is short");
    }
    try {
      requirePublic(FixedKeys.ofFile(Fuzz.file("keys", input)));
    } catch (UnusableKeys refused) {
      require(String.valueOf(refused.getMessage()).length() < 700, "A refusal is short");
    }
  }

  private static void requirePublic(List<VerificationKey> keys) {
    require(keys.size() <= JwkReader.MAX_KEYS, "There are not too many keys");
    for (VerificationKey key : keys) {
      require(key.key() instanceof PublicKey, "A key is public");
      require(!key.algorithms().isEmpty(), "A key is for an algorithm");
      require(key.algorithms().stream().noneMatch(name -> name.startsWith("HS")), "And no secret");
    }
  }
}
