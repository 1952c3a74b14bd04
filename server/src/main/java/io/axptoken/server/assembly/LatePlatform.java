package io.axptoken.server.assembly;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A platform that is made when it is first asked for anything: hundreds of them would keep the
 * server from listening. Safe for use by many threads.
 */
final class LatePlatform implements TokenPlatform {
  private final Supplier<TokenPlatform> maker;
  private volatile @Nullable TokenPlatform made;

  /** Takes what makes it, which is asked once and must not fail. */
  LatePlatform(Supplier<TokenPlatform> maker) {
    this.maker = maker;
  }

  private TokenPlatform platform() {
    TokenPlatform known = made;
    return known == null ? make() : known;
  }

  private synchronized TokenPlatform make() {
    TokenPlatform known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user) {
    return platform().issue(user);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user, CallContext context) {
    return platform().issue(user, context);
  }

  @Override
  public CompletionStage<Void> prepare() {
    return platform().prepare();
  }

  @Override
  public PlatformStatus status() {
    return platform().status();
  }

  @Override
  public void close() {
    platform().close();
  }
}
