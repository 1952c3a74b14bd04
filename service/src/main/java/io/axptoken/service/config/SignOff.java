package io.axptoken.service.config;

import org.jspecify.annotations.Nullable;

/**
 * What operators take upon themselves: a rule of the readiness check that they know to be broken.
 *
 * @param rule its name
 * @param place where, such as a named group, or {@code null} for everywhere
 */
public record SignOff(String rule, @Nullable String place) {
  /** Whether it is this rule that is broken there. */
  public boolean covers(String brokenRule, String where) {
    return rule.equals(brokenRule) && (place == null || place.equals(where));
  }

  @Override
  public String toString() {
    return place == null ? rule : rule + ":" + place;
  }
}
