package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import java.time.Duration;
import java.util.Optional;

/** What an endpoint answers to a call that names an account and has passed the gate. */
interface TokenEndpoint {
  /** The media type that it takes. */
  String mediaType();

  /**
   * The answer; a forced lifetime takes the place of the one that the token should have, and is not
   * told to the caller.
   */
  Answer answer(Request request, SandboxAccount account, Optional<Duration> forcedLifetime);
}
