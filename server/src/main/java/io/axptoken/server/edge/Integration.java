package io.axptoken.server.edge;

import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenIssuer;
import java.util.List;

/**
 * One integration as the surface serves it.
 *
 * @param name as audit events have it; in the address too, unless it is the default one
 * @param path what its paths begin with: {@code ""} for the default one
 * @param allowedOrigins origins as browsers send them, or the single entry {@code *}
 * @param originsKey the setting that lists them, for whoever is refused
 * @param client what answers hand to the client SDKs
 * @param identity finds out who the end user is
 * @param limits how many token requests are accepted
 * @param issuer issues the tokens
 */
public record Integration(
    String name,
    String path,
    List<String> allowedOrigins,
    String originsKey,
    ClientSettings client,
    IdentityResolver identity,
    RateLimits limits,
    TokenIssuer issuer) {}
