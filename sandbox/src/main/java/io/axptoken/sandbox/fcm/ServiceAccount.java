package io.axptoken.sandbox.fcm;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A service account of a project, with the key that proves it. It prints no key.
 *
 * @param projectId whose messages it may send
 * @param keyId what assertions name the key by
 * @param keys the key itself
 */
record ServiceAccount(String projectId, String keyId, KeyPair keys) {
  private static final int BITS = 2048;
  private static final int LINE = 64;

  /** A new one, which takes a tenth of a second or more. */
  static ServiceAccount of(String projectId) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(pair.getPublic().getEncoded());
      return new ServiceAccount(projectId, HexFormat.of().formatHex(hash), pair);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA and SHA-1", e);
    }
  }

  /** Whom assertions say they are from. */
  String clientEmail() {
    return "fcm@" + projectId + ".sandbox.axptoken.invalid";
  }

  /** What verifies its assertions. */
  JWSVerifier verifier() {
    return new RSASSAVerifier((RSAPublicKey) keys.getPublic());
  }

  /** The file that a server is configured with, which asks for its grants there. */
  JsonObject file(URI tokenUri) {
    return new JsonObject()
        .put("type", "service_account")
        .put("project_id", projectId)
        .put("private_key_id", keyId)
        .put("private_key", pem())
        .put("client_email", clientEmail())
        .put("client_id", "100000000000000000001")
        .put("token_uri", tokenUri.toString())
        .put("universe_domain", "sandbox.axptoken.invalid");
  }

  private String pem() {
    String body =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(keys.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  @Override
  public String toString() {
    return "ServiceAccount[" + clientEmail() + ", key [REDACTED]]";
  }
}
