package io.axptoken.server.issue;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.issue.KeptTokens.Owner;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one integration that are handed out again. A token is for the very same user, found
 * out in the same way: with any attribute changed, or after a sign-out, there is a new one. Safe
 * for use by many threads.
 */
public final class TokenReuse {
  private final String integration;
  private final ReusePolicy policy;
  private final KeptTokens room;
  private final InstantSource clock;
  private final ConcurrentMap<EndUser, Fetch> underWay = new ConcurrentHashMap<>();

  /**
   * The reuse of an integration's tokens.
   *
   * @param integration its name
   * @param room shared with other integrations
   * @param clock tells what is left of a token's life
   */
  public TokenReuse(String integration, ReusePolicy policy, KeptTokens room, InstantSource clock) {
    this.integration = integration;
    this.policy = policy;
    this.room = room;
    this.clock = clock;
  }

  /** The answer for a user whose token is good for another time, or {@code null}. */
  @Nullable Future<TokenAnswer> find(IdentifiedUser user) {
    KeptToken kept = room.find(owner(user));
    return kept != null && kept.isFor(user, clock.instant()) ? kept.answer() : null;
  }

  /**
   * A new token, to be found later on; who comes while one for the very same user is under way
   * shares it. Who comes after a sign-out does not, but waits for its end, since the platform
   * shares calls as well, and begins another.
   */
  CompletionStage<EndUserToken> fetch(
      IdentifiedUser user, Function<EndUser, CompletionStage<EndUserToken>> platform) {
    // Before the call: whoever signs out from now on does not find this token kept.
    Fetch mine = new Fetch(new CompletableFuture<>(), room.signOuts(owner(user)));
    Fetch other = underWay.putIfAbsent(user.user(), mine);
    if (other == null) {
      begin(user, mine, platform);
      return mine.token().minimalCompletionStage();
    }
    return other.signOutsBefore() == mine.signOutsBefore()
        ? other.token().minimalCompletionStage()
        : other.token().handle((_, _) -> user).thenCompose(asking -> fetch(asking, platform));
  }

  private void begin(
      IdentifiedUser user, Fetch mine, Function<EndUser, CompletionStage<EndUserToken>> platform) {
    begin(user.user(), platform)
        .whenComplete((token, error) -> {
          try {
            if (token != null) {
              keep(user, token, mine.signOutsBefore());
            }
          } finally {
            underWay.remove(user.user(), mine);
            end(mine.token(), token, error);
          }
        });
  }

  /** Forgets the user's token, and every one that is under way for them. */
  void signOut(IdentifiedUser user) {
    room.signOut(owner(user));
  }

  private static CompletionStage<EndUserToken> begin(
      EndUser user, Function<EndUser, CompletionStage<EndUserToken>> platform) {
    try {
      return platform.apply(user);
    } catch (RuntimeException e) { // Else those who share it would wait for ever.
      return CompletableFuture.failedFuture(e);
    }
  }

  private void keep(IdentifiedUser user, EndUserToken token, long signOutsBefore) {
    Instant now = clock.instant();
    Duration period = policy.period(token, now);
    if (period.isPositive()) {
      Instant end = policy.end(token, now);
      room.keep(owner(user), KeptToken.of(user, token, end, period), signOutsBefore);
    }
  }

  private static void end(
      CompletableFuture<EndUserToken> mine,
      @Nullable EndUserToken token,
      @Nullable Throwable error) {
    if (token != null) {
      mine.complete(token);
    } else {
      mine.completeExceptionally(
          error != null ? error : new IllegalStateException("neither a token nor a failure"));
    }
  }

  /**
   * A call under way.
   *
   * @param signOutsBefore how often users like this one had signed out when it began
   */
  private record Fetch(CompletableFuture<EndUserToken> token, long signOutsBefore) {}

  private Owner owner(IdentifiedUser user) {
    return new Owner(integration, user.user().id());
  }
}
