package io.axptoken.server.identity;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a request can tell who the end user is.
 *
 * @param claim the user that the body names, or {@code null} without a body
 * @param headers as they came; anybody may have written them
 * @param fromTrustedProxy whether the very peer of the connection is a trusted proxy
 * @param secure whether the caller's browser or app came over TLS, as far as we can know
 * @param crossSite whether it comes from a page of another site, which limits what cookies can do
 * @param signOut whether the user wants to be forgotten here, the cookie included
 */
public record IdentityRequest(
    @Nullable Claim claim,
    MultiMap headers,
    boolean fromTrustedProxy,
    boolean secure,
    boolean crossSite,
    boolean signOut) {
  /** A request for a token that comes from no other site. */
  public IdentityRequest(
      @Nullable Claim claim, MultiMap headers, boolean fromTrustedProxy, boolean secure) {
    this(claim, headers, fromTrustedProxy, secure, false, false);
  }

  /** Headers hold credentials, so they are not shown. */
  @Override
  public String toString() {
    return "IdentityRequest[" + claim + "]";
  }
}
