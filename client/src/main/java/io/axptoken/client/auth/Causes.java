package io.axptoken.client.auth;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What really happened, inside of what a {@code CompletionStage} wraps around it. */
public final class Causes {
  private Causes() {}

  /** The innermost cause that is not a wrapper. */
  public static Throwable of(Throwable error) {
    Throwable seen = error;
    while (seen instanceof CompletionException && seen.getCause() != null) {
      seen = seen.getCause();
    }
    return seen;
  }

  /** The same for a stage that ended with neither a result nor an error. */
  public static Throwable orMissing(@Nullable Throwable error) {
    return error != null ? of(error) : new NullPointerException("A stage ended without a result");
  }
}
