package io.axptoken.server.identity;

import io.axptoken.server.identity.GatewayHeader.Unreadable;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * Believes an authenticating proxy, as far as the connection comes from one: what anybody else
 * writes into its headers is refused, whatever mode comes next, for it is an attack or a proxy that
 * the operator forgot to name.
 */
final class Gateway implements IdentityMode {
  static final String NAME = "gateway";

  private static final Future<Identification> NOT_MINE = Future.succeededFuture(new NotMine());
  private static final Future<Identification> FOREIGN =
      rejected(
          "Identity headers are believed from the gateway alone, and this connection is not from"
              + " it.");

  private final GatewayProof proof;

  Gateway(GatewayProof proof) {
    this.proof = proof;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isProof() {
    return true;
  }

  /** Gateways know browsers by cookies. */
  @Override
  public boolean isAmbient() {
    return true;
  }

  @Override
  public Future<Identification> identify(IdentityRequest request) {
    MultiMap headers = request.headers();
    if (proof.headers().stream().noneMatch(headers::contains)) {
      return NOT_MINE;
    }
    if (!request.fromTrustedProxy()) {
      return FOREIGN;
    }
    try {
      return proof.identify(headers);
    } catch (Unreadable e) {
      return rejected(e.detail());
    }
  }

  private static Future<Identification> rejected(String detail) {
    return Future.succeededFuture(new Rejected(Reason.NOT_AUTHENTICATED, detail));
  }

  /** What a kind of gateway says, and how. */
  interface GatewayProof {
    /** The headers that speak of the user. */
    List<String> headers();

    /** Looks at headers that a gateway wrote, at least one of which is there. */
    Future<Identification> identify(MultiMap headers) throws Unreadable;
  }
}
