package io.axptoken.server.settings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.ConfigReference;
import io.axptoken.server.settings.load.ReadinessReference;
import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.service.config.load.YamlFile;
import io.axptoken.service.config.schema.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

class ConfigReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/configuration.md");
  private static final String UPDATE =
      "script/test -pl server -am -Dtest=ConfigReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";
  private static final Path EXAMPLE = Path.of("src/main/conf/token-server.yaml");

  @Test
  void theReferenceIsTheOneThatTheDeclarationsMake() throws IOException {
    String made = ConfigReference.markdown();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(REFERENCE, made);
    }

    assertThat(REFERENCE)
        .as("docs/configuration.md is out of date: run " + UPDATE + ", and commit it")
        .hasContent(made);
  }

  @Test
  void theReadinessRulesAreTheOnesThatAreDeclared() throws IOException {
    Path readiness = Path.of("../docs/readiness.md");
    String made = ReadinessReference.markdown();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(readiness, made);
    }

    assertThat(readiness)
        .as("docs/readiness.md is out of date: run " + UPDATE + ", and commit it")
        .hasContent(made);
  }

  @Test
  void theExampleHasEveryKeyAndNoOther() throws Exception {
    Set<String> keys = new TreeSet<>();
    collect("", YamlFile.read(EXAMPLE), keys);

    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            ServerSchema.SCHEMA.catalogue().stream().map(Property::key).collect(toSet()));
  }

  @Test
  void theExampleIsRefusedUntilItsPlaceholdersAreReplaced() {
    assertThat(Configuration.none().file(EXAMPLE).problems())
        .hasSize(6)
        .allMatch(problem -> problem.matches(".* is still (a|the) placeholder.*"));
  }

  @Test
  void theExampleHoldsTheDefaults() {
    Settings fromExample = Configuration.minimal().file(EXAMPLE).settings();

    assertThat(fromExample).isEqualTo(Configuration.minimal().settings());
  }

  @Test
  void noTwoSettingsShareAnEnvironmentVariable() {
    assertThat(ServerSchema.SCHEMA.catalogue().stream().map(Property::environmentName).toList())
        .doesNotHaveDuplicates()
        .contains("SERVER_PORT", "AXP_CLIENT_SECRET", "SERVER_ALLOWED_ORIGINS")
        .contains("AXP_FCM_CONNECTOR_BASE_URL", "SERVER_SSL_PASS_PHRASE");
  }

  private static void collect(String prefix, MappingNode mapping, Set<String> keys) {
    mapping
        .getValue()
        .forEach(entry -> {
          String key = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
          if (ServerSchema.SCHEMA.catalogue().find(key) != null) {
            keys.add(key);
          } else {
            collect(key + ".", (MappingNode) entry.getValueNode(), keys);
          }
        });
  }
}
