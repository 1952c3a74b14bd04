package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.schema.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file without some of its lines is invalid, or what it would give up is found. */
class CutConfigurationTest {
  /** Without these an integration is gone, or has what it would have by default or inherits. */
  private static final Set<String> HARMLESS =
      Set.of(
          "axp.integrationId",
          "audit.enabled",
          "integrations",
          "integrations.inheriting",
          "integrations.strict",
          "integrations.strict.hostName",
          "integrations.strict.clientId",
          "integrations.strict.clientSecret",
          "integrations.strict.appKey",
          "integrations.strict.jwtValidityInterval",
          "integrations.strict.platform");

  @TempDir Path folder = Path.of("");
  private Protections whole;

  @BeforeEach
  void load() throws IOException {
    Loaded<Settings> loaded = load(Whole.YAML);
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    whole = ((Loaded.Valid<Settings>) loaded).effective().protections();
  }

  private Loaded<Settings> load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("token-server.yaml"), yaml);
    return SettingsLoader.load(file, Map.of(), Map.of());
  }

  private boolean isRefused(List<String> lines) throws IOException {
    return load(String.join("\n", lines) + "\n") instanceof Loaded.Invalid
        || !lost(lines).isEmpty();
  }

  private List<String> lost(List<String> lines) throws IOException {
    return load(String.join("\n", lines) + "\n") instanceof Loaded.Valid(_, var effective)
        ? whole.lostIn(effective.protections())
        : List.of();
  }

  @Test
  void theWholeOneHasEverySettingThatProtects() {
    assertThat(
            ServerSchema.SCHEMA.catalogue().stream()
                .filter(ProtectionsTest::protects)
                .map(Property::key))
        .allSatisfy(
            key -> assertThat(Whole.YAML).contains(key.substring(key.lastIndexOf('.') + 1)));
  }

  @Test
  void theSameLosesNothing() throws IOException {
    assertThat(lost(Whole.YAML.lines().toList())).isEmpty();
  }

  @Test
  void noEndIsMissedWithoutAWord() throws IOException {
    List<String> lines = Whole.YAML.lines().toList();
    for (int end = 1; end < lines.size(); end++) {
      String key = key(lines.get(end));
      boolean gone = Set.of("integrations", "inheriting", "strict").contains(key);

      assertThat(isRefused(lines.subList(0, end))).as("before %s", key).isEqualTo(!gone);
    }
  }

  @Test
  void noHalfOfALineIsTakenForAWholeOne() throws IOException {
    for (int end = 1; end < Whole.YAML.length(); end += 5) {
      String cut = Whole.YAML.substring(0, end);
      if (!Whole.YAML.startsWith(cut.strip() + "\n")) {
        assertThat(isRefused(List.of(cut))).as("the first %d characters", end).isTrue();
      }
    }
  }

  @Test
  void noSettingIsMissedWithoutAWord() throws IOException {
    List<String> lines = Whole.YAML.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      String key = path(line, lines);
      List<String> rest = new ArrayList<>(lines);
      rest.subList(line, endOf(line, lines)).clear();

      assertThat(isRefused(rest)).as("without %s", key).isEqualTo(!HARMLESS.contains(key));
    }
  }

  private static int endOf(int line, List<String> lines) {
    int end = line + 1;
    while (end < lines.size() && indent(lines.get(end)) > indent(lines.get(line))) {
      end++;
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String path(int line, List<String> lines) {
    String path = key(lines.get(line));
    int indent = indent(lines.get(line));
    for (int above = line; above >= 0; above--) {
      if (indent(lines.get(above)) < indent) {
        indent = indent(lines.get(above));
        path = key(lines.get(above)) + "." + path;
      }
    }
    return path;
  }

  private static String key(String line) {
    return line.strip().replaceAll(":.*", "");
  }
}
