package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.access.AccessEntry;
import io.axptoken.service.observe.access.AccessEvent;
import io.axptoken.service.observe.access.AccessField;
import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.log.EcsLine;
import io.axptoken.service.observe.log.OtelLine;
import io.axptoken.service.observe.log.ServiceIdentity;
import io.axptoken.service.observe.log.TextLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' guide shows lines as they are written. */
class LogDocsTest {
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `([a-z._]+)` \\| `([a-z._]+)` \\| `([a-zA-Z]+)` \\|");
  private static final ServiceIdentity SERVICE = new ServiceIdentity("axp-token-server", "1.2.0");

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/operations.md"));
  }

  private static LogRecord request() {
    AccessEvent event =
        new AccessEvent(
            "POST",
            "/token",
            "default",
            200,
            1011,
            Duration.ofNanos(8_123_456),
            "8c1f0a1be2d19c37",
            "192.0.2.7",
            "1.1");
    AuditSettings network = new AuditSettings(true, Addresses.NETWORK, Secret.of(""));
    LogRecord entry = new LogRecord(Level.INFO, "{0}");
    entry.setInstant(Instant.parse("2026-03-01T10:20:30.450Z"));
    entry.setLoggerName("access");
    entry.setParameters(
        new Object[] {new AccessEntry(event, new AuditPrivacy(network), IntegrationField.NAMES)});
    return entry;
  }

  static Stream<Formatter> formats() {
    return Stream.of(new EcsLine(SERVICE), new OtelLine(SERVICE));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theExamplesInJsonAreWhatIsWritten(Formatter format) throws IOException {
    assertThat(page()).contains("```json\n" + format.format(request()) + "```");
  }

  @Test
  void theExampleInTextIsWhatIsWritten() throws IOException {
    LogRecord later = request();
    later.setInstant(Instant.parse("2026-03-01T10:20:31.007Z"));

    assertThat(page()).contains("\n" + new TextLine().format(later));
  }

  @Test
  void theFieldsOfTheAccessLogAreListedInTheirOrder() throws IOException {
    assertThat(
            DOCUMENTED
                .matcher(page())
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
        .containsExactlyElementsOf(
            Arrays.stream(AccessField.values())
                .map(field -> field == AccessField.GROUP ? IntegrationField.NAMES : field)
                .map(field -> field.ecs() + " " + field.otel() + " " + field.text())
                .toList());
  }
}
