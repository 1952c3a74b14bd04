package io.axptoken.client;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the client secret comes from: a value, or code of the library's user. Made by the methods
 * of {@link PlatformConfigBuilder}. Two are equal if they are sure to give the same secret. Prints
 * nothing of it.
 */
public final class SecretSource {
  private final Object origin;
  private final @Nullable RotatingSecret held;
  private final Callable<? extends @Nullable CompletionStage<? extends @Nullable Secret>> question;

  private SecretSource(
      Object origin,
      @Nullable RotatingSecret held,
      Callable<? extends @Nullable CompletionStage<? extends @Nullable Secret>> question) {
    this.origin = origin;
    this.held = held;
    this.question = question;
  }

  static SecretSource of(Secret secret) {
    RotatingSecret held = new RotatingSecret(secret);
    return new SecretSource(secret, held, () -> CompletableFuture.completedStage(held.get()));
  }

  static SecretSource of(RotatingSecret held) {
    return new SecretSource(held, held, () -> CompletableFuture.completedStage(held.get()));
  }

  /** Of code that may block. */
  static SecretSource blocking(Object origin, Callable<? extends @Nullable Secret> code) {
    return new SecretSource(
        origin, null, () -> CompletableFuture.<@Nullable Secret>completedStage(code.call()));
  }

  static SecretSource async(
      Supplier<? extends @Nullable CompletionStage<? extends @Nullable Secret>> code) {
    return new SecretSource(code, null, code::get);
  }

  /**
   * The secret, if no code of the library's user has to be asked; else {@code null}.
   *
   * @return the secret, or {@code null}
   */
  public @Nullable Secret held() {
    return held == null ? null : held.get();
  }

  /**
   * Asks for the secret; it may block, and give {@code null}, as the user's code does.
   *
   * @return the code's answer, as it is
   * @throws Exception whatever that code throws
   */
  public @Nullable CompletionStage<? extends @Nullable Secret> ask() throws Exception {
    return question.call();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretSource source && isSame(source.origin);
  }

  @SuppressWarnings("ReferenceEquality") // Code of others is not asked what it equals.
  private boolean isSame(Object other) {
    return origin == other || (origin instanceof Secret secret && secret.equals(other));
  }

  @Override
  public int hashCode() {
    return origin instanceof Secret ? origin.hashCode() : System.identityHashCode(origin);
  }

  @Override
  public String toString() {
    return "SecretSource[" + Secret.REDACTED + "]";
  }
}
