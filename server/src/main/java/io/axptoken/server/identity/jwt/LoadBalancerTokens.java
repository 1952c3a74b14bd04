package io.axptoken.server.identity.jwt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of AWS application load balancers ({@code x-amzn-oidc-data}). They are JWTs but for
 * three things: their parts are padded; who signed stands in the header, and has to be checked, for
 * the keys are those of all load balancers of the region, strangers' included; and the expiry may
 * stand in the header alone.
 *
 * @param signers the ARNs of the load balancers that are believed
 * @param clients the OIDC clients that are believed; empty for any
 */
public record LoadBalancerTokens(Set<String> signers, Set<String> clients) implements TokenForm {
  private static final String EXPIRY = "exp";

  @Override
  public CompactToken read(String text) throws BadToken {
    CompactToken token = CompactToken.parse(text, true);
    String signer = token.headerText("signer");
    if (signer == null || !signers.contains(signer)) {
      throw new BadToken("The token is signed by another load balancer than this server trusts.");
    }
    String client = token.headerText("client");
    if (!clients.isEmpty() && (client == null || !clients.contains(client))) {
      throw new BadToken("The token was issued to another client than this server accepts.");
    }
    return withExpiry(token);
  }

  private static CompactToken withExpiry(CompactToken token) {
    Object expiry = token.header().get(EXPIRY);
    if (expiry == null || token.claims().containsKey(EXPIRY)) {
      return token;
    }
    Map<String, Object> claims = new LinkedHashMap<>(token.claims());
    claims.put(EXPIRY, expiry);
    return new CompactToken(token.header(), claims, token.signingInput(), token.signature());
  }
}
