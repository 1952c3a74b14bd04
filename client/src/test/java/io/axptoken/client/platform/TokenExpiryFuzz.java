package io.axptoken.client.platform;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whatever a token holds, it ends in the near future. The input is a token, or its payload. */
public final class TokenExpiryFuzz {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration REQUESTED = Duration.ofMinutes(30);

  private TokenExpiryFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    requireSane(TokenExpiry.of(Fuzz.latin(input), NOW, REQUESTED));
    String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
    requireSane(TokenExpiry.of("jwt.e30." + payload + ".c2ln", NOW, REQUESTED));
    if (new String(input, StandardCharsets.ISO_8859_1).equals("{\"exp\":1767225700}")) {
      require(
          Instant.ofEpochSecond(1767225700)
              .equals(TokenExpiry.of("e30." + payload + ".c2ln", NOW, REQUESTED)),
          "A sane end is believed");
    }
  }

  /** A token that has ended by its own account has no end to come. */
  private static void requireSane(@Nullable Instant end) {
    if (end == null) {
      return;
    }
    require(end.isAfter(NOW), "A token ends in the future");
    require(!end.isAfter(NOW.plus(TokenExpiry.FURTHEST)), "A token ends within a day");
  }
}
