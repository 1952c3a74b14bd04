package io.axptoken.client.platform;

import java.util.function.LongSupplier;

/** The clock that nobody sets, as one object: who measures by it measures alike. */
public final class Ticks {
  /** {@link System#nanoTime}. */
  public static final LongSupplier SYSTEM = System::nanoTime;

  private Ticks() {}
}
