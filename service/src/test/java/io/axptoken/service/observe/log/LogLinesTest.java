package io.axptoken.service.observe.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {
  private static final EcsLine ECS = new EcsLine(new ServiceIdentity("axp-token-server", "1.2.0"));
  private static final String FORGED = "\n2026-01-01T00:00:00.000Z INFO  Admin: all is well";

  @Test
  void aTextLineHasTimeLevelNameAndMessage() {
    assertThat(text(entry(Level.INFO, "[HTTP] listening on port {0}", 3000)))
        .isEqualTo("2026-03-01T10:20:30.450Z INFO  Lifecycle: [HTTP] listening on port 3000\n");
    assertThat(text(entry(Level.SEVERE, "down")))
        .isEqualTo("2026-03-01T10:20:30.450Z ERROR Lifecycle: down\n");
  }

  @Test
  void aJsonLineHasTheNamesOfTheElasticCommonSchema() throws IOException {
    assertThat(json(entry(Level.WARNING, "port {0}", 3000)))
        .containsExactly(
            Map.entry("@timestamp", "2026-03-01T10:20:30.450Z"),
            Map.entry("log.level", "WARN"),
            Map.entry("message", "port 3000"),
            Map.entry("ecs.version", "8.11.0"),
            Map.entry("service.name", "axp-token-server"),
            Map.entry("service.version", "1.2.0"),
            Map.entry("log.logger", "io.axptoken.server.Lifecycle"));
  }

  @ParameterizedTest
  @CsvSource({
    "SEVERE,ERROR",
    "WARNING,WARN",
    "INFO,INFO",
    "CONFIG,DEBUG",
    "FINE,DEBUG",
    "FINER,TRACE"
  })
  void levelsHaveTheirUsualNames(String level, String name) {
    assertThat(LogText.level(Level.parse(level))).isEqualTo(name);
  }

  @Test
  void parametersPrintAsTheyAreInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(text(entry(Level.INFO, "it's {0} of {1}: {2} {x} {", 3000, 1.5)))
          .endsWith("Z INFO  Lifecycle: it's 3000 of 1.5: {2} {x} {\n")
          .startsWith("2026-03-01T10:20:30.450Z");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b", "\f"})
  void noMessageMakesASecondLine(String lineBreak) throws IOException {
    String message = "before" + lineBreak + "after";

    assertThat(text(entry(Level.INFO, message)).strip().lines()).hasSize(1);
    assertThat(ECS.format(entry(Level.INFO, message)).strip().lines()).hasSize(1);
    assertThat(json(entry(Level.INFO, message))).containsEntry("message", message);
  }

  @Test
  void parametersLoggerNamesAndExceptionsCannotForgeALineEither() {
    LogRecord entry = entry(Level.INFO, "user {0}", FORGED);
    entry.setLoggerName("a" + FORGED);
    entry.setThrown(new IllegalStateException(FORGED, new IOException(FORGED)));

    assertThat(text(entry).lines()).filteredOn(line -> !line.startsWith("    | ")).hasSize(1);
    assertThat(ECS.format(entry).lines()).hasSize(1);
  }

  @Test
  void theTerminalCannotBeSteered() {
    assertThat(text(entry(Level.INFO, "\u001b[31m\u202egnp.exe\u0007\ud800\ud83d\ude00")))
        .endsWith(": \\u001b[31m\\u202egnp.exe\\u0007\\ud800\ud83d\ude00\n");
  }

  @Test
  void jsonStaysJsonWhateverIsLogged() throws IOException {
    StringBuilder everything = new StringBuilder("\\\"\udfff");
    for (char c = 0; c < 0x300; c++) {
      everything.append(c);
    }
    assertThat(json(entry(Level.INFO, everything.toString())))
        .containsEntry("message", everything.toString());
  }

  @Test
  void aStackTraceNamesItsCauses() throws IOException {
    LogRecord entry = entry(Level.SEVERE, "failed");
    Exception circular = new IllegalStateException("outer");
    circular.initCause(new IOException("inner", circular));
    entry.setThrown(circular);

    assertThat(text(entry))
        .contains("    | java.lang.IllegalStateException: outer\n    |   at ")
        .contains("    | Caused by: java.io.IOException: inner\n");
    assertThat(json(entry))
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("error.message", "outer")
        .hasEntrySatisfying("error.stack_trace", trace -> assertThat(trace).contains("inner"));
  }

  @Test
  void aMissingMessageIsSaid() {
    LogRecord entry = new LogRecord(Level.INFO, null);
    entry.setInstant(Instant.EPOCH);

    assertThat(text(entry)).isEqualTo("1970-01-01T00:00:00.000Z INFO  null: null\n");
  }

  private static LogRecord entry(Level level, String message, @Nullable Object... parameters) {
    LogRecord entry = new LogRecord(level, message);
    entry.setInstant(Instant.parse("2026-03-01T10:20:30.450999Z"));
    entry.setLoggerName("io.axptoken.server.Lifecycle");
    if (parameters.length > 0) {
      entry.setParameters(parameters);
    }
    return entry;
  }

  private static String text(LogRecord entry) {
    return new TextLine().format(entry);
  }

  private static Map<String, String> json(LogRecord entry) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ECS.format(entry))) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        assertThat(fields.put(name, parser.getText())).isNull();
      }
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
    return fields;
  }
}
