package io.axptoken.service.config.type;

import io.axptoken.service.config.Secret;
import java.nio.charset.StandardCharsets;

/** Secrets that key an HMAC: as long as its hash, or they would be its weakest part (RFC 2104). */
public final class SigningSecret {
  private static final int LEAST_BYTES = 32;
  private static final String SYNTAX = "a secret text of at least " + LEAST_BYTES + " bytes";

  public static final ValueType.One<Secret> TYPE =
      new ValueType.One<>(SYNTAX, true, (text, _) -> parse(text));

  /** As above; an empty text is no secret at all. */
  public static final ValueType.One<Secret> OPTIONAL =
      new ValueType.One<>(SYNTAX, true, (text, _) -> text.isEmpty() ? Secret.of("") : parse(text));

  private SigningSecret() {}

  private static Secret parse(String text) throws InvalidValue {
    Types.plain(text);
    if (text.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
      throw InvalidValue.withoutValue(
          "must be " + SYNTAX, "openssl rand -base64 32 prints a good one");
    }
    return Secret.of(text);
  }
}
