package io.axptoken.sandbox.idp;

import io.vertx.core.json.JsonObject;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token before it is signed, for tests to change at will: what it says, its header, and who signs
 * it. Without a change it is a good one, signed with RS256 by the provider's current key. It is not
 * for several threads at once.
 */
public final class TokenDraft {
  private final ProviderKeys keys;
  private final Instant now;
  private final JsonObject header;
  private final JsonObject claims;
  private @Nullable String payload;
  private Jws.@Nullable Signer signer;

  TokenDraft(ProviderKeys keys, Instant now, String type, Map<String, Object> claims) {
    this.keys = keys;
    this.now = now;
    header = new JsonObject().put("alg", "RS256").put("typ", type);
    this.claims = new JsonObject();
    claims.forEach(this::claim);
  }

  /** Sets a claim: text, number, boolean, list or map; an instant stands there in seconds. */
  public TokenDraft claim(String name, Object value) {
    claims.put(name, value instanceof Instant time ? (Object) time.getEpochSecond() : value);
    return this;
  }

  /** Leaves a claim out. */
  public TokenDraft without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** Expires that long after now, by the sandbox's clock; negative is in the past. */
  public TokenDraft expiresIn(Duration lifetime) {
    return claim("exp", now.plus(lifetime));
  }

  /** Has this payload, JSON or not, in place of all claims. */
  public TokenDraft payload(String text) {
    payload = text;
    return this;
  }

  /**
   * Sets a header parameter, {@code alg} and {@code kid} included; the signature stays as it is.
   */
  public TokenDraft header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /**
   * Says it is a token of that type ({@code typ}): {@code at+jwt} as RFC 9068 has it, or {@code
   * JWT} as most providers do, and as Spring Security's decoder takes by default.
   */
  public TokenDraft type(String type) {
    return header("typ", type);
  }

  /** Leaves a header parameter out; without its {@code kid} it names no key. */
  public TokenDraft withoutHeader(String name) {
    header.putNull(name);
    return this;
  }

  /**
   * Is signed by the provider's own key of that kind: RS256 to PS512, ES256 or EdDSA.
   *
   * @throws IllegalArgumentException if the provider has no such key
   */
  public TokenDraft algorithm(String algorithm) {
    ProviderKey key = keys.signing(algorithm);
    return signed(algorithm, Jws.by(key.secret(), algorithm)).header("kid", key.id());
  }

  /** Is signed by another key, by its algorithm's name in JWS; the header names no key. */
  public TokenDraft signedBy(PrivateKey key, String algorithm) {
    return signed(algorithm, Jws.by(key, algorithm)).withoutHeader("kid");
  }

  /** Is signed by a secret of any length: HS256, HS384 or HS512; the header names no key. */
  public TokenDraft signedBySecret(byte[] secret, String algorithm) {
    return signed(algorithm, Jws.bySecret(secret, algorithm)).withoutHeader("kid");
  }

  /** Has {@code alg: none} and an empty signature. */
  public TokenDraft unsigned() {
    return signed("none", input -> new byte[0]).withoutHeader("kid");
  }

  private TokenDraft signed(String algorithm, Jws.Signer by) {
    signer = by;
    return header("alg", algorithm);
  }

  /**
   * The token in three parts.
   *
   * @throws IllegalArgumentException if the key does not fit its algorithm
   */
  public String sign() {
    if (signer == null) {
      ProviderKey key = keys.signing("RS256");
      signer = Jws.by(key.secret(), "RS256");
      if (!header.containsKey("kid")) {
        header.put("kid", key.id());
      }
    }
    JsonObject sent = new JsonObject();
    header.forEach(each -> {
      if (each.getValue() != null) {
        sent.put(each.getKey(), each.getValue());
      }
    });
    return Jws.compact(sent.encode(), payload == null ? claims.encode() : payload, signer);
  }
}
