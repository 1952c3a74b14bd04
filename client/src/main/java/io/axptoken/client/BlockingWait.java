package io.axptoken.client;

import io.axptoken.client.auth.Causes;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for a token and gives it, or the failure, as a plain call does. */
final class BlockingWait {
  private BlockingWait() {}

  static EndUserToken forToken(CompletionStage<EndUserToken> stage) {
    try {
      return stage.toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw thrown(Causes.orMissing(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedWaitException(e);
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    return cause instanceof PlatformException known
        ? known.here()
        : new IllegalStateException("The platform failed in an unexpected way", cause);
  }
}
