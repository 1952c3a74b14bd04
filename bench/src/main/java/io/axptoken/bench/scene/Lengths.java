package io.axptoken.bench.scene;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rotations how often each server is measured
 * @param run length of each run
 * @param warmUp load before a server is measured
 * @param connections how many callers there are
 */
public record Lengths(int rotations, Duration run, Duration warmUp, int connections) {}
