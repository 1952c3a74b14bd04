package io.axptoken.client.contract;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a stage ended, waited for no longer than a test may take. */
public final class Outcome {
  private static final int PATIENCE_SECONDS = 60;

  private Outcome() {}

  /** The result of a stage that is to succeed. */
  public static <T> T of(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("Expected a result", e);
    }
  }

  /** The exception of a stage that is to fail. */
  public static Throwable errorOf(CompletionStage<?> stage) {
    try {
      Object result = stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("Expected a failure, not " + result);
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("Expected a failure", e);
    }
  }

  /** The token, or the failure of a platform's stage. */
  public static Object tokenOrFailure(CompletionStage<EndUserToken> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause() instanceof PlatformException known ? known.failure() : e;
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("Expected an end", e);
    }
  }

  /** The failure of a platform's stage that is to fail. */
  public static PlatformFailure failureOf(CompletionStage<?> stage) {
    if (errorOf(stage) instanceof PlatformException known) {
      return known.failure();
    }
    throw new AssertionError("Expected a PlatformException", errorOf(stage));
  }
}
