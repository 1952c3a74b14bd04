package io.axptoken.server.identity;

import io.axptoken.server.identity.Gateway.GatewayProof;
import io.axptoken.server.identity.GatewayHeader.Unreadable;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;

/** A gateway that sends a token which it signed, in a header of its own. */
record SignedHeader(String mode, String header, TokenVerifier verifier) implements GatewayProof {
  @Override
  public List<String> headers() {
    return List.of(header);
  }

  @Override
  public Future<Identification> identify(MultiMap headers) throws Unreadable {
    String token = GatewayHeader.single(headers, header);
    return token == null
        ? Future.succeededFuture(new NotMine())
        : verifier.verify(token).map(verdict -> Verdicts.identification(verdict, mode, null));
  }
}
