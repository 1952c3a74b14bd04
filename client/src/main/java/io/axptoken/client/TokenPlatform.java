package io.axptoken.client;

import io.axptoken.client.platform.Axp;
import io.axptoken.client.platform.Infinity;
import io.axptoken.client.platform.Ticks;
import io.axptoken.client.transport.Transport;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * A platform that issues tokens for end users. Implementations are safe for use by many threads and
 * never block the calling one.
 *
 * {@snippet file="Examples.java" region="issueAndWait"}
 *
 * <p>Or without a thread that waits:
 *
 * {@snippet file="Examples.java" region="issue"}
 */
public interface TokenPlatform extends AutoCloseable {

  /**
   * The Avaya Experience Platform over the JDK's HTTP client, which ends with the platform. Makes
   * no call yet; see {@link #prepare}.
   *
   * @param config the platform, and as which client
   * @return the platform, to be closed some day
   * @throws IllegalArgumentException if the config has no application key
   */
  static TokenPlatform axp(PlatformConfig config) {
    return OwnTransport.of(
        config,
        transport -> new Axp(config, transport, true, InstantSource.system(), Ticks.SYSTEM));
  }

  /**
   * The Avaya Experience Platform over a transport that others may use, too: {@link #close} leaves
   * it open. The config's connect deadline is the transport's own matter.
   *
   * @param config the platform, and as which client
   * @param transport what makes the calls
   * @param clock says what time it is, such as {@link InstantSource#system()}; the life of access
   *     tokens and all pauses go by {@link System#nanoTime}
   * @return the platform, to be closed some day
   * @throws IllegalArgumentException if the config has no application key
   */
  static TokenPlatform axp(PlatformConfig config, Transport transport, InstantSource clock) {
    return new Axp(config, transport, false, clock, Ticks.SYSTEM);
  }

  /**
   * Avaya Infinity over the JDK's HTTP client, which ends with the platform. A token takes one call
   * and lives as long as Infinity decides, 10 minutes today. Whether a user is verified is not
   * told: Infinity does not ask.
   *
   * @param config the platform, and as which client
   * @return the platform, to be closed some day
   */
  static TokenPlatform infinity(PlatformConfig config) {
    return OwnTransport.of(
        config,
        transport -> new Infinity(config, transport, true, InstantSource.system(), Ticks.SYSTEM));
  }

  /**
   * As {@link #infinity(PlatformConfig)}, over a transport that others may use, too: {@link #close}
   * leaves it open. The config's connect deadline is the transport's own matter.
   *
   * @param config the platform, and as which client
   * @param transport what makes the calls
   * @param clock tells the age of tokens, such as {@link InstantSource#system()}
   * @return the platform, to be closed some day
   */
  static TokenPlatform infinity(PlatformConfig config, Transport transport, InstantSource clock) {
    return new Infinity(config, transport, false, clock, Ticks.SYSTEM);
  }

  /**
   * Asks the platform for a token. The stage ends within the configured whole-answer deadline,
   * either with the token or with a {@link PlatformException} that carries the {@link
   * PlatformFailure}; it may complete on a thread of the transport, which is not to be blocked
   * there; who shares a call or a fetch with others hears of it on a thread of their own. Who asks
   * for the very same user while a token for them is under way shares it. What may pass is tried
   * again inside the deadline; see {@link Resilience}.
   *
   * <p>Each caller gets a stage of their own, which may be cancelled as any {@code Future}: that
   * ends nothing but this stage, neither for those who share the token nor the call under way.
   *
   * <p>Whatever a listener, a context, a supplier of the secret, a clock or a transport throws, the
   * stage ends. If a transport forgets a call, that is at most a second after the deadline.
   *
   * @param user who the token is for
   * @return the token's stage, of the caller's own
   */
  CompletionStage<EndUserToken> issue(EndUser user);

  /**
   * As {@link #issue(EndUser)}, accompanied by a context, which not every platform uses.
   *
   * @param user who the token is for
   * @param context what accompanies the call
   * @return the token's stage, of the caller's own
   */
  default CompletionStage<EndUserToken> issue(EndUser user, CallContext context) {
    return issue(user);
  }

  /**
   * Gets ready for the first {@link #issue}: fetches what is cached between calls, such as the
   * service access token. Costs nothing when it is there, and may be called again and again. Ends
   * as {@link #issue} does; a failure is not kept, but as after any failed fetch the platform is
   * left alone for at most 5 s, in which {@link #issue} fails the same way at once.
   *
   * @return ends when all is ready
   */
  CompletionStage<Void> prepare();

  /**
   * As {@link #issue}, waiting for the answer; made for virtual threads. An interrupted thread
   * stops waiting, and its interrupt status stays set; the token under way is left to end by
   * itself.
   *
   * @param user who the token is for
   * @return the token
   * @throws PlatformException if there is no token to be had: with the stack of this thread, and as
   *     its cause what the transport met
   * @throws InterruptedWaitException if this thread is interrupted
   */
  default EndUserToken issueAndWait(EndUser user) {
    return BlockingWait.forToken(issue(user));
  }

  /**
   * As {@link #issueAndWait(EndUser)}, accompanied by a context, which not every platform uses.
   *
   * @param user who the token is for
   * @param context what accompanies the call
   * @return the token
   * @throws PlatformException as there
   * @throws InterruptedWaitException as there
   */
  default EndUserToken issueAndWait(EndUser user, CallContext context) {
    return BlockingWait.forToken(issue(user, context));
  }

  /** {@return how things stand; costs no call, little time, and may be asked at any moment} */
  PlatformStatus status();

  /**
   * Ends what is under way, and lets go of the transport if this platform owns it. Tokens that are
   * under way then, and those asked for later, fail as {@link PlatformFailure.Unavailable}. Closing
   * twice does no harm.
   */
  @Override
  void close();
}
