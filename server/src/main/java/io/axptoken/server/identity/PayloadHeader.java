package io.axptoken.server.identity;

import io.axptoken.server.identity.Gateway.GatewayProof;
import io.axptoken.server.identity.GatewayHeader.Unreadable;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.jwt.ForwardedClaims;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;

/** A gateway that verified a token and sends on the claims, as base64url of their JSON. */
record PayloadHeader(String mode, String header, ForwardedClaims claims) implements GatewayProof {
  @Override
  public List<String> headers() {
    return List.of(header);
  }

  @Override
  public Future<Identification> identify(MultiMap headers) throws Unreadable {
    String payload = GatewayHeader.single(headers, header);
    return Future.succeededFuture(
        payload == null
            ? new NotMine()
            : Verdicts.identification(claims.read(payload), mode, null));
  }
}
