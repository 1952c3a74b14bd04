package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What integrations may be called, and who may call them by a name. */
class IntegrationNamesTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"Sales", "a_b", "-a", "a-", "a--b", "a/b", "default", "ä", "''"})
  void aNameMustSuitAnAddress(String name) {
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations:", "  " + name + ": { clientId: x }")
                .problem())
        .containsAnyOf("must have a name of lower-case letters", "must have another name");
  }

  @Test
  void aNameHasFortyCharactersAtMost() {
    String longest = "a".repeat(40);
    assertThat(
            Configuration.minimal().file(folder, "integrations: { " + longest + ": }").problems())
        .isEmpty();
    assertThat(
            Configuration.minimal().file(folder, "integrations: { a" + longest + ": }").problem())
        .contains("40 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "integrations.sale.clientId,did you mean sales?",
    "integrations.sales,is a section",
    "integrations.sales.clientSecret,must not be given on the command line",
    "integrations.sales.port,is not a setting of an integration",
  })
  void theCommandLineMustFitTheFile(String key, String expected) {
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations: { sales: {} }")
                .override(key, "s3cr3t-x")
                .problem())
        .contains(expected)
        .doesNotContain("s3cr3t");
  }

  @Test
  void aVariableForNoIntegrationIsAWarning() {
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations: { sales: {} }")
                .environment("INTEGRATIONS_SALE_CLIENT_ID", "x")
                .valid()
                .effective()
                .warnings())
        .singleElement()
        .asString()
        .contains("did you mean INTEGRATIONS_SALES_CLIENT_ID?");
  }
}
