package io.axptoken.server.identity.jwt;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token must say to be believed. Empty sets demand nothing.
 *
 * @param algorithms by their names in RFC 7518 and 8037; never empty
 * @param issuers one of them must be the {@code iss}, exactly; empty if the keys alone tell it
 * @param audiences one of them must be in {@code aud}
 * @param clockSkew by how much the issuer's clock may differ from ours
 * @param authorizedParties one of them must be the {@code azp}, or else the {@code client_id}
 * @param scopes what the token must grant (RFC 8693, 4.2), all of it
 * @param type the {@code typ} of the header, in lower case and without {@code application/}; {@code
 *     null} takes those of plain and of access tokens
 */
public record TokenRules(
    Set<String> algorithms,
    Set<String> issuers,
    Set<String> audiences,
    Duration clockSkew,
    Set<String> authorizedParties,
    Set<String> scopes,
    @Nullable String type) {

  /** Rules that demand a good signature and sound times, and nothing else. */
  public static TokenRules signedBy(Set<String> algorithms, Duration clockSkew) {
    return new TokenRules(algorithms, Set.of(), Set.of(), clockSkew, Set.of(), Set.of(), null);
  }
}
