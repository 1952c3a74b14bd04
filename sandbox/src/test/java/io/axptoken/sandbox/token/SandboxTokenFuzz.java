package io.axptoken.sandbox.token;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import io.vertx.core.json.JsonObject;

/** Whatever is shown as an access token, only what the sandbox has signed is one. */
public final class SandboxTokenFuzz {
  private static final SigningKeys KEYS = new SigningKeys();
  private static final TokenSigner SIGNER = signer();
  private static final String SIGNED = SIGNER.sign(new JsonObject().put("sub", "u1"));

  private SandboxTokenFuzz() {}

  private static TokenSigner signer() {
    KEYS.ready().toCompletableFuture().join();
    return new TokenSigner(KEYS);
  }

  /** The entry point of the fuzzer: a token, or the payload of one of ours. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Fuzz.latin(input);
    require(SIGNER.verify(text).isEmpty() || text.equals(SIGNED), "Nothing else is signed");
    String header = SIGNED.substring(0, SIGNED.indexOf('.'));
    require(SIGNER.verify(header + "." + text).isEmpty(), "A header alone is no signature");
    AccessTokenClaims.read(new JsonObject().put("iss", text).put("exp", text));
  }
}
