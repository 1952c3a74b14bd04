package io.axptoken.service.config.type;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.nio.file.Path;
import java.util.List;

/** Whatever is configured as an origin, what is taken is one as browsers write it. */
public final class AllowedOriginFuzz {
  private static final Path HERE = Path.of("");

  private AllowedOriginFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    List<String> origins;
    try {
      origins = parse(Fuzz.utf8(input));
    } catch (InvalidValue refused) {
      require(!refused.faults().isEmpty(), "A refusal names a fault");
      return;
    }
    for (String origin : origins) {
      require(
          origin.equals("*") || origin.matches("[a-z][a-z0-9+.-]*://[!-~&&[^A-Z/?#@*,]]+"),
          "An origin has a browser's form: " + origin);
    }
    try {
      require(
          origins.isEmpty() || parse(String.join(",", origins)).equals(origins), "It is stable");
    } catch (InvalidValue refused) {
      throw new AssertionError("What was taken is taken again: " + origins, refused);
    }
  }

  private static List<String> parse(String text) throws InvalidValue {
    return AllowedOrigins.TYPE.parse(AllowedOrigins.TYPE.written(text, HERE));
  }
}
