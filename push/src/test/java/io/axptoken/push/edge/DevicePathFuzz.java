package io.axptoken.push.edge;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;

/** Whatever stands in a path, a segment is one text that the store takes, or none. */
public final class DevicePathFuzz {
  private DevicePathFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String segment = Paths.segment(Fuzz.utf8(input), "/custom/");
    if (segment != null) {
      require(!segment.isEmpty() && segment.length() <= 4096, "It fits its column");
      require(segment.indexOf('\0') < 0, "PostgreSQL takes it");
    }
  }
}
