package io.axptoken.spring;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application's own platform, which has no tokens. */
final class NoPlatform implements TokenPlatform {
  @Override
  public CompletionStage<EndUserToken> issue(EndUser user) {
    return CompletableFuture.failedStage(new UnsupportedOperationException("no tokens"));
  }

  @Override
  public CompletionStage<Void> prepare() {
    return CompletableFuture.failedStage(new UnsupportedOperationException("no tokens"));
  }

  @Override
  public PlatformStatus status() {
    throw new UnsupportedOperationException("no status");
  }

  @Override
  public void close() {}
}
