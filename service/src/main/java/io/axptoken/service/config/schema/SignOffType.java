package io.axptoken.service.config.schema;

import io.axptoken.service.config.SignOff;
import io.axptoken.service.config.type.ValueType;

/** How sign-offs are written: {@code any-origin}, or {@code any-origin:sales} for one place. */
public final class SignOffType {
  /** What one of them must be. */
  public static final String SYNTAX = "a rule of the readiness check such as any-origin";

  static final ValueType.Many<SignOff> LIST =
      new ValueType.Many<>(
          "a list of rules of the readiness check, such as any-origin, or any-origin:sales for one"
              + " integration",
          ValueType.of(SYNTAX, SignOffType::parse),
          all -> all);

  private SignOffType() {}

  private static SignOff parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new SignOff(text, null)
        : new SignOff(text.substring(0, colon), text.substring(colon + 1));
  }
}
