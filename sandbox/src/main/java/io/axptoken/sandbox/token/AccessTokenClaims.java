package io.axptoken.sandbox.token;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * The claims of a service's access token.
 *
 * @param issuer the account's realm
 * @param clientId the client that it was issued to
 * @param issuedAt when
 * @param expiresAt until when, in whole seconds
 * @param generation which must not be older than the last revocation
 */
public record AccessTokenClaims(
    String issuer, String clientId, Instant issuedAt, Instant expiresAt, long generation) {
  private static final String GENERATION = "sandbox_generation";

  /** Claims of a token to be issued now. */
  public static AccessTokenClaims of(
      String accountId, String clientId, Instant now, Duration lifetime, long generation) {
    return new AccessTokenClaims(
        Issuers.realm(accountId), clientId, now, now.plus(lifetime), generation);
  }

  /** Claims read from a verified token; anything missing leaves them useless, not broken. */
  public static AccessTokenClaims read(JsonObject json) {
    return new AccessTokenClaims(
        text(json, "iss"),
        text(json, "azp"),
        Instant.ofEpochSecond(number(json, "iat")),
        Instant.ofEpochSecond(number(json, "exp")),
        number(json, GENERATION));
  }

  /** As they stand in the token. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("iss", issuer)
        .put("sub", clientId)
        .put("azp", clientId)
        .put("typ", "Bearer")
        .put("jti", UUID.randomUUID().toString())
        .put("iat", issuedAt.getEpochSecond())
        .put("exp", expiresAt.getEpochSecond())
        .put(GENERATION, generation);
  }

  /** Whether the token is one of access, not expired and not revoked. */
  public boolean isGood(Instant now, LongPredicate acceptedGeneration) {
    return now.isBefore(expiresAt) && acceptedGeneration.test(generation);
  }

  /** Whether it was issued for that account. */
  public boolean isFor(String accountId) {
    return issuer.equals(Issuers.realm(accountId));
  }

  private static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text ? text : "";
  }

  private static long number(JsonObject json, String name) {
    return json.getValue(name) instanceof Number number ? number.longValue() : 0;
  }
}
