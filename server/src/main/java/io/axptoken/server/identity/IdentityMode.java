package io.axptoken.server.identity;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** One way to know the end user. Called on an event loop, which it never blocks. */
interface IdentityMode {
  /** The mode's name in the configuration, in audit events and in metrics. */
  String name();

  /**
   * Whether who the user is comes from a proof. The body can then not change it; otherwise the body
   * is where the user id comes from.
   */
  boolean isProof();

  /**
   * How a request would prove itself to this mode (RFC 9110, 11.6.1), or {@code null} if HTTP has
   * no scheme for it.
   */
  default @Nullable String challenge() {
    return null;
  }

  /** How a caller gets on with this mode, in a sentence, or {@code null}. */
  default @Nullable String hint() {
    return null;
  }

  /**
   * Whether the proof is one that browsers attach by themselves, as they do with cookies: any page
   * could then make a request in the user's name, if the edge let it.
   */
  default boolean isAmbient() {
    return false;
  }

  /** Looks at the request; the future never fails. */
  Future<Identification> identify(IdentityRequest request);
}
