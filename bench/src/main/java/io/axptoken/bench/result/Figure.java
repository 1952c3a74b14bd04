package io.axptoken.bench.result;

import org.jspecify.annotations.Nullable;

/**
 * One number of a scene, as often as it was measured.
 *
 * @param key its name for programs
 * @param title its name for people
 * @param unit of its values, empty when they are mere numbers
 * @param decimals how many are worth showing
 * @param server of the token server
 * @param nginx of nginx, where it takes part
 * @param ratio between the two, taken within each rotation
 */
public record Figure(
    String key,
    String title,
    String unit,
    int decimals,
    Summary server,
    @Nullable Summary nginx,
    @Nullable Summary ratio) {
  /** A number of the token server alone, measured once. */
  public static Figure once(String key, String title, String unit, int decimals, double value) {
    return new Figure(key, title, unit, decimals, new Summary(value, value, value), null, null);
  }
}
