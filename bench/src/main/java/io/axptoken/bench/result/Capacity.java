package io.axptoken.bench.result;

import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.load.WrkOutcome;

/**
 * What a server gave when it was kept busy.
 *
 * @param outcome the answers
 * @param cpu what everybody spent on them
 */
public record Capacity(WrkOutcome outcome, CpuMeter.Usage cpu) {
  /** Answers in a second. */
  public double tokensPerSecond() {
    return outcome.rate();
  }

  /** The server's own user and system time for one answer, in microseconds. */
  public double cpuMicrosPerToken() {
    return cpu.serverMicrosPer(outcome.answers());
  }
}
