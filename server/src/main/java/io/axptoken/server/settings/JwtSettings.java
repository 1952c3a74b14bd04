package io.axptoken.server.settings;

import io.axptoken.service.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code identity.jwt}: which bearer tokens are believed.
 *
 * @param issuers one of them must be the exact {@code iss}; empty only if the mode is not used
 * @param jwksUri where the issuer's keys are, or {@code null} to find out from the issuer, unless
 *     keys or secrets are given
 * @param publicKeyPaths files with public keys
 * @param secrets HMAC secrets
 * @param caCertificatePath trust anchors for the issuer besides the usual ones, or {@code null}
 * @param audience one of them must be in {@code aud}; empty if any will do
 * @param algorithms never empty
 * @param clockSkew by how much clocks may differ
 * @param authorizedParties one of them must be the {@code azp}; empty if any will do
 * @param scopes all of them must be granted
 * @param type the {@code typ} in lower case, or {@code null} for the usual ones
 * @param claims attributes of the user to the paths of their claims
 */
public record JwtSettings(
    List<String> issuers,
    @Nullable URI jwksUri,
    List<Path> publicKeyPaths,
    List<Secret> secrets,
    @Nullable Path caCertificatePath,
    List<String> audience,
    List<String> algorithms,
    Duration clockSkew,
    List<String> authorizedParties,
    List<String> scopes,
    @Nullable String type,
    Map<String, String> claims) {

  /** Whether each issuer says itself where its keys are. */
  public boolean usesDiscovery() {
    return jwksUri == null && publicKeyPaths.isEmpty() && secrets.isEmpty();
  }
}
