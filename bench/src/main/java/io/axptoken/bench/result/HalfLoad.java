package io.axptoken.bench.result;

import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.load.Latencies;

/**
 * What a server showed at a rate that both servers can well keep up with.
 *
 * @param latencies how long callers waited
 * @param cpu what everybody spent
 */
public record HalfLoad(Latencies latencies, CpuMeter.Usage cpu) {
  /** The server's own user and system time for one answer, in microseconds. */
  public double cpuMicrosPerToken() {
    return cpu.serverMicrosPer(latencies.answers());
  }
}
