package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.keys.FixedKeys;
import io.axptoken.server.identity.jwt.keys.UnusableKeys;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import io.axptoken.server.settings.JwtSettings;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TrustAnchors;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys of bearer tokens are from.
 *
 * @param issuer which one to ask where its keys are, if nothing says it
 * @param jwksUri where the issuer has its keys, if that is said
 * @param anchors what to trust on the way there, besides the usual
 * @param fixed keys of files, and secrets
 */
record KeyOrigin(
    Optional<String> issuer,
    Optional<URI> jwksUri,
    Optional<TrustAnchors> anchors,
    List<VerificationKey> fixed) {

  /**
   * Where the keys are that the settings name.
   *
   * @throws KeyMaterialException if a secret cannot be used
   */
  static KeyOrigin of(JwtSettings jwt, TrustedKeys trusted) {
    return of(jwt, Optional.empty(), trusted);
  }

  /** Where an issuer says itself that its keys are, for its own tokens alone. */
  static KeyOrigin ofIssuer(String issuer, JwtSettings jwt, TrustedKeys trusted) {
    return of(jwt, Optional.of(issuer), trusted);
  }

  private static KeyOrigin of(JwtSettings jwt, Optional<String> issuer, TrustedKeys trusted) {
    List<VerificationKey> fixed = new ArrayList<>();
    jwt.publicKeyPaths().forEach(file -> fixed.addAll(trusted.publicKeysOf(file)));
    try {
      jwt.secrets().forEach(secret -> fixed.add(FixedKeys.ofSecret(secret)));
    } catch (UnusableKeys e) {
      throw new KeyMaterialException(String.valueOf(e.getMessage()));
    }
    return new KeyOrigin(
        issuer,
        Optional.ofNullable(jwt.jwksUri()),
        trusted.anchorsOf(jwt.caCertificatePath()),
        List.copyOf(fixed));
  }
}
