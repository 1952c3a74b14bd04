package io.axptoken.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What editors show of the properties below {@code axp}. */
class PropertiesMetadataTest {
  private static final Pattern PROPERTY =
      Pattern.compile("\\{\\s*\"name\": \"(axp\\.[^\"]+)\",\\s*\"type\": \"[^\"]+\",([^}]*)}");

  @Test
  void everyPropertyIsDescribed() throws Exception {
    List<MatchResult> properties = PROPERTY.matcher(metadata()).results().toList();
    assertThat(properties).hasSizeGreaterThan(20);
    assertThat(properties)
        .filteredOn(each -> !each.group(2).contains("\"description\""))
        .filteredOn(each -> !each.group(2).contains("\"sourceMethod\""))
        .extracting(each -> each.group(1))
        .isEmpty();
  }

  private static String metadata() throws Exception {
    try (InputStream file =
        AxpProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
