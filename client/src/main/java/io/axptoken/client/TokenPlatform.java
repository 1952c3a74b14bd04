package io.axptoken.client;

import java.util.concurrent.CompletionStage;

/**
 * A platform that issues tokens for end users. Implementations are safe for use by many threads and
 * never block the calling one.
 */
public interface TokenPlatform extends AutoCloseable {

  /**
   * Asks the platform for a token. The stage ends within the configured whole-answer deadline,
   * either with the token or with a {@link PlatformException} that carries the {@link
   * PlatformFailure}; it may complete on a thread of the transport.
   */
  CompletionStage<EndUserToken> issue(EndUser user);

  /**
   * Gets ready for the first {@link #issue}: fetches what is cached between calls, such as the
   * service access token. Ends as {@link #issue} does; a failure here does no harm to later calls.
   */
  CompletionStage<Void> prepare();

  /**
   * As {@link #issue}, waiting for the answer; made for virtual threads.
   *
   * @throws PlatformException if there is no token to be had
   */
  EndUserToken issueAndWait(EndUser user);

  /** Lets go of background work and of the transport, if this platform owns it. */
  @Override
  void close();
}
