package io.axptoken.server.settings;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever the configuration file holds, the answer is settings or problems in plain words. */
public final class ConfigFileFuzz {
  private static final String SECRET = "s3cr3t-of-the-file";
  private static final byte[] AXP =
      ("\naxp:\n  clientSecret: " + SECRET + "\n  accountId: [" + SECRET + "\n")
          .getBytes(StandardCharsets.UTF_8);

  private ConfigFileFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    load(input);
    byte[] withSecret = java.util.Arrays.copyOf(input, input.length + AXP.length);
    System.arraycopy(AXP, 0, withSecret, input.length, AXP.length);
    load(withSecret);
  }

  private static void load(byte[] yaml) {
    Path file = Fuzz.file("token-server.yaml", yaml);
    switch (SettingsLoader.load(file, Map.of(), Map.of())) {
      case Loaded.Valid<Settings> valid ->
          require(valid.settings() != null, "Valid settings are there");
      case Loaded.Invalid<Settings> invalid -> requirePlain(invalid);
    }
  }

  private static void requirePlain(Loaded.Invalid<Settings> invalid) {
    require(!invalid.problems().isEmpty(), "What is invalid has a problem");
    List<String> lines = new ArrayList<>(invalid.warnings());
    invalid.problems().forEach(problem -> lines.add(problem.toString()));
    for (String line : lines) {
      require(line.length() < 2000, "A problem is short");
      require(line.chars().noneMatch(Character::isISOControl), "A problem is one line: " + line);
      require(!line.contains(SECRET), "No secret is shown");
    }
  }
}
