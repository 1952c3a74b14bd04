package io.axptoken.bench.load;

import java.time.Duration;

/**
 * A part of a run at one rate.
 *
 * @param perSecond requests that fall due in a second, in the mean
 * @param length how long
 */
public record Phase(double perSecond, Duration length) {}
