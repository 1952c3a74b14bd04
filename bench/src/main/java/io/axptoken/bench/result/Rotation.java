package io.axptoken.bench.result;

import io.axptoken.bench.load.Latencies;

/**
 * Both servers and the bare platform stub, measured one after the other.
 *
 * @param server ours
 * @param nginx the yardstick
 * @param stubPerSecond answers the callers get in a second straight from the stub: the ceiling
 * @param halfLoad requests in a second while latencies were taken
 * @param stubLatencies straight from the stub at that rate: the floor
 */
public record Rotation(
    Measurement server,
    Measurement nginx,
    double stubPerSecond,
    double halfLoad,
    Latencies stubLatencies) {}
