package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import io.axptoken.server.identity.Claim;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.identity.IdentityRequest;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenAnswer.Issued;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Issuers that reuse tokens, over a platform that answers when the test says so. */
final class ReusingIssuer implements AutoCloseable {
  static final Duration LIFE = Duration.ofMinutes(30);

  final KeptTokens room;
  final List<CompletableFuture<EndUserToken>> calls = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanoTime = new AtomicLong();
  private final TokenIssuer issuer;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private int tokens;

  ReusingIssuer() {
    this(1000);
  }

  ReusingIssuer(int maxUsers) {
    this.room = new KeptTokens(maxUsers, nanoTime::get);
    this.issuer = integration("default");
  }

  /** Another integration of the same server. */
  TokenIssuer integration(String name) {
    TokenReuse reuse = new TokenReuse(name, new ReusePolicy(50, LIFE), room, () -> now);
    IntegrationLabel label = new IntegrationLabel(name, true, key -> key);
    return new TokenIssuer(vertx, platform(), new FailureLog(nanoTime::get), label, reuse);
  }

  private TokenPlatform platform() {
    return new TokenPlatform() {
      @Override
      public CompletionStage<EndUserToken> issue(EndUser user) {
        calls.add(new CompletableFuture<>());
        return calls.getLast().minimalCompletionStage();
      }

      @Override
      public CompletionStage<Void> prepare() {
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public PlatformStatus status() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void close() {}
    };
  }

  TokenIssuer issuer() {
    return issuer;
  }

  /** A user as identity mode {@code claimed} finds him. */
  static IdentifiedUser user(String id) {
    return user(EndUser.withId(id));
  }

  static IdentifiedUser user(EndUser user) {
    return identified(IdentityResolver.builder(), user);
  }

  /** A user as these modes find him, {@code claimed} the last. */
  static IdentifiedUser identified(IdentityResolver.Builder modes, EndUser user) {
    Claim claim = new Claim(user.id(), user.name(), user.identifiers(), user.verified());
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("x-api-key", "axpk_s3cr3t-shop");
    IdentityRequest request = new IdentityRequest(claim, headers, false, false);
    return ((Identified) modes.claimed().build().resolve(request).result()).user();
  }

  /** Time goes by, for all clocks alike. */
  void pass(Duration time) {
    setClock(time);
    nanoTime.addAndGet(time.toNanos());
  }

  /** The wall clock is set forward, or back. */
  void setClock(Duration by) {
    now = now.plus(by);
  }

  /** What is asked for; the platform has not answered yet. */
  Future<TokenAnswer> ask(IdentifiedUser user) {
    return issuer.tokenFor(user, "r-1", CallContext.NONE);
  }

  /** The platform answers its latest call with a token of the usual life. */
  String answer() {
    return answer(calls.size() - 1);
  }

  String answer(int call) {
    return answer(call, new EndUserToken("token-" + ++tokens, now.plus(LIFE)));
  }

  String answer(int call, EndUserToken token) {
    calls.get(call).complete(token);
    return token.value();
  }

  /** Asks and has the platform answer, if it was called. */
  Issued issued(IdentifiedUser user) {
    return issued(issuer, user);
  }

  Issued issued(TokenIssuer by, IdentifiedUser user) {
    int before = calls.size();
    Future<TokenAnswer> asked = by.tokenFor(user, "r-1", CallContext.NONE);
    if (calls.size() > before) {
      answer();
    }
    return result(asked);
  }

  static Issued result(Future<TokenAnswer> asked) {
    TokenAnswer answer =
        asked.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(answer).isInstanceOf(Issued.class);
    return (Issued) answer;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
