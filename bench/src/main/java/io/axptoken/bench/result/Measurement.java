package io.axptoken.bench.result;

import java.time.Duration;

/**
 * What one server showed in one rotation.
 *
 * @param toFirstToken from the start of its process to the first token
 * @param idleBytes in memory after the first token
 * @param loadedBytes in memory after the closed-loop run
 * @param capacity when kept busy
 * @param halfLoad at half load
 */
public record Measurement(
    Duration toFirstToken,
    long idleBytes,
    long loadedBytes,
    Capacity capacity,
    HalfLoad halfLoad) {}
