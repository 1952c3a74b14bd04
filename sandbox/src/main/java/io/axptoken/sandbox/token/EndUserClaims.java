package io.axptoken.sandbox.token;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The claims of an end user's JWT: made from the request for it, and read again when the token is
 * used.
 *
 * @param integrationId for which the token is good
 * @param customerId the end user
 * @param customerName empty if the token has none
 * @param expiresAt until when, in whole seconds
 * @param serial the number by which it can be revoked
 */
public record EndUserClaims(
    String integrationId, String customerId, String customerName, Instant expiresAt, long serial) {
  private static final List<String> COPIED =
      List.of("customerName", "customerIdentifiers", "verifiedCustomer");
  private static final String SERIAL = "sandbox_serial";

  /** Claims for a valid request; what was not given is left out. */
  public static JsonObject of(
      String accountId, JsonObject request, Instant now, Duration lifetime, long serial) {
    JsonObject claims =
        new JsonObject()
            .put("iss", Issuers.endUser(accountId))
            .put("sub", request.getString("customerId"))
            .put("accountId", accountId)
            .put("integrationId", request.getString("integrationId"))
            .put("jti", UUID.randomUUID().toString())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(lifetime).getEpochSecond())
            .put(SERIAL, serial);
    for (String name : COPIED) {
      if (request.getValue(name) != null) {
        claims.put(name, request.getValue(name));
      }
    }
    return claims;
  }

  /** Claims of a verified token, if it is that of an end user of this account. */
  public static Optional<EndUserClaims> read(JsonObject claims, String accountId) {
    boolean ours = Issuers.endUser(accountId).equals(claims.getValue("iss"));
    return ours
            && claims.getValue("sub") instanceof String customerId
            && claims.getValue("integrationId") instanceof String integrationId
            && claims.getValue("exp") instanceof Number expiry
            && claims.getValue(SERIAL) instanceof Number serial
        ? Optional.of(
            new EndUserClaims(
                integrationId,
                customerId,
                claims.getValue("customerName") instanceof String name ? name : "",
                Instant.ofEpochSecond(expiry.longValue()),
                serial.longValue()))
        : Optional.empty();
  }
}
