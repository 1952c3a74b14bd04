package io.axptoken.sandbox.idp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a code stands for.
 *
 * @param request the request that it answers
 * @param user who was picked
 */
record Grant(AuthorizationRequest request, SandboxUser user) {

  /** Whether the redeeming client is the one that asked (RFC 6749, 4.1.3; RFC 7636, 4.6). */
  boolean isOf(String clientId, String redirectUri, String verifier) {
    return request.value("client_id").equals(clientId)
        && request.value("redirect_uri").equals(redirectUri)
        && request.value("code_challenge").equals(challenge(verifier));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
