package io.axptoken.service.config;

import io.axptoken.service.config.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What operators take upon themselves: a rule of the readiness check that they know to be broken.
 *
 * @param rule its name
 * @param place where, such as an integration, or {@code null} for everywhere
 */
public record SignOff(String rule, @Nullable String place) {
  public static final String SYNTAX = "a rule of the readiness check such as any-origin";

  public static final ValueType.Many<SignOff> LIST =
      new ValueType.Many<>(
          "a list of rules of the readiness check, such as any-origin, or any-origin:sales for one"
              + " integration",
          ValueType.of(SYNTAX, SignOff::parse),
          all -> all);

  private static SignOff parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new SignOff(text, null)
        : new SignOff(text.substring(0, colon), text.substring(colon + 1));
  }

  public boolean covers(String brokenRule, String where) {
    return rule.equals(brokenRule) && (place == null || place.equals(where));
  }

  @Override
  public String toString() {
    return place == null ? rule : rule + ":" + place;
  }
}
