package io.axptoken.service.time;

import java.time.InstantSource;

/**
 * The two clocks: what lasts is measured by the ticker; the wall clock is for what a protocol says
 * in wall time, such as {@code exp}.
 *
 * @param wall may be set forward and back
 * @param ticker never is
 */
public record Clocks(InstantSource wall, Ticker ticker) {
  /** Those of the machine. */
  public static final Clocks SYSTEM = new Clocks(InstantSource.system(), Ticker.SYSTEM);
}
