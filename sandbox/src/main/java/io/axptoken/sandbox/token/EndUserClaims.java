package io.axptoken.sandbox.token;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The claims of an end user's JWT, made from the request for it. */
public final class EndUserClaims {
  private static final List<String> COPIED =
      List.of("customerName", "customerIdentifiers", "verifiedCustomer");

  private EndUserClaims() {}

  /** Claims for a valid request; what was not given is left out. */
  public static JsonObject of(
      String accountId, JsonObject request, Instant now, Duration lifetime) {
    JsonObject claims =
        new JsonObject()
            .put("iss", Issuers.endUser(accountId))
            .put("sub", request.getString("customerId"))
            .put("accountId", accountId)
            .put("integrationId", request.getString("integrationId"))
            .put("jti", UUID.randomUUID().toString())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(lifetime).getEpochSecond());
    for (String name : COPIED) {
      if (request.getValue(name) != null) {
        claims.put(name, request.getValue(name));
      }
    }
    return claims;
  }
}
