package io.axptoken.server.identity;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Fuzz;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Whatever stands in cookies, only a pass that was issued is good, and to the letter. */
public final class CookieFuzz {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final GuestPasses PASSES =
      new GuestPasses(
          "shop",
          List.of(Secret.of("s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t-1")),
          Duration.ofDays(30),
          CLOCK);
  private static final String ISSUED = PASSES.issue("AAAAAAAAAAAAAAAAAAAAAA");

  private CookieFuzz() {}

  /** The entry point of the fuzzer: cookie fields, one in each line. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Fuzz.latin(input);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    text.lines().forEach(line -> headers.add("Cookie", line));

    List<String> values = CookieHeader.values(headers, "guest");
    require(values.size() <= 8, "There are few values");
    for (String value : values) {
      require(!value.contains(";"), "A value ends at its semicolon");
      require(PASSES.read(value) == null || value.equals(ISSUED), "Only an issued pass is good");
    }
    headers.add("Cookie", "a=b; guest=" + ISSUED + ";c");
    require(
        values.size() == 8 || CookieHeader.values(headers, "guest").contains(ISSUED),
        "A good pass is found beside any other cookies");
    require(PASSES.read(text) == null || text.equals(ISSUED), "No text is a pass by itself");
  }
}
