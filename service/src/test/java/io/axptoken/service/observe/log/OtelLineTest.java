package io.axptoken.service.observe.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.access.AccessEntry;
import io.axptoken.service.observe.access.AccessEvent;
import io.axptoken.service.observe.audit.AuditPrivacy;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtelLineTest {
  private static final OtelLine LINE = new OtelLine(new ServiceIdentity("axp-doors", "1.2.0"));
  private static final AuditSettings FULL = new AuditSettings(true, Addresses.FULL, Secret.of(""));

  private static final LogField SHOP = new NamedField("shop", "shop.name", "shop");

  private static LogRecord entry(Level level, String message, Object... parameters) {
    LogRecord entry = new LogRecord(level, message);
    entry.setInstant(Instant.parse("2026-03-01T10:20:30.450999Z"));
    entry.setLoggerName("io.axptoken.doors.Door");
    entry.setParameters(parameters);
    return entry;
  }

  @Test
  void aLineHasTheNamesOfTheLogDataModel() {
    assertThat(LINE.format(entry(Level.WARNING, "port {0}", 3000)))
        .isEqualTo(
            """
            {"Timestamp":"1772360430450999000","SeverityText":"WARN","SeverityNumber":13,\
            "Body":"port 3000",\
            "Resource":{"service.name":"axp-doors","service.version":"1.2.0"},\
            "InstrumentationScope":{"name":"io.axptoken.doors.Door"}}
            """);
  }

  @ParameterizedTest
  @CsvSource({"SEVERE,17", "WARNING,13", "INFO,9", "FINE,5", "FINEST,1"})
  void severitiesHaveTheirNumbers(String level, int number) {
    assertThat(
            new JsonObject(LINE.format(entry(Level.parse(level), "x")))
                .getInteger("SeverityNumber"))
        .isEqualTo(number);
  }

  @Test
  void aRequestIsAttributes() {
    AccessEvent event =
        new AccessEvent(
            "POST",
            "/things",
            "north",
            200,
            812,
            Duration.ofNanos(1_234_567),
            "request-1",
            "192.0.2.1",
            "1.1");
    LogRecord entry =
        entry(Level.INFO, "{0}", new AccessEntry(event, new AuditPrivacy(FULL), SHOP));

    JsonObject line = new JsonObject(LINE.format(entry));
    assertThat(line.getString("Body")).isEqualTo("request");
    assertThat(line.getJsonObject("Attributes"))
        .isEqualTo(
            new JsonObject()
                .put("http.request.method", "POST")
                .put("http.route", "/things")
                .put("http.response.status_code", 200)
                .put("http.response.body.size", 812)
                .put("axp.duration_ns", 1_234_567)
                .put("axp.request_id", "request-1")
                .put("shop.name", "north")
                .put("client.address", "192.0.2.1")
                .put("network.protocol.version", "1.1"));
  }

  @Test
  void anExceptionIsAttributes() {
    LogRecord entry = entry(Level.SEVERE, "failed");
    entry.setThrown(new IllegalStateException("out\"er\n"));

    JsonObject attributes = new JsonObject(LINE.format(entry)).getJsonObject("Attributes");
    assertThat(attributes.getString("exception.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(attributes.getString("exception.message")).isEqualTo("out\"er\n");
    assertThat(attributes.getString("exception.stacktrace")).contains("OtelLineTest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "\"},{\"x\":\"", "\\", "\u0000\ud800"})
  void nothingBreaksOutOfItsField(String hostile) {
    LogRecord entry = entry(Level.INFO, hostile);
    entry.setLoggerName(hostile);
    entry.setThrown(new IllegalStateException(hostile));

    String line = LINE.format(entry);
    assertThat(line.lines()).hasSize(1);
    JsonObject json = new JsonObject(line);
    assertThat(json.getString("Body")).isEqualTo(hostile);
    assertThat(json.getJsonObject("InstrumentationScope").getString("name")).isEqualTo(hostile);
    assertThat(json.fieldNames()).hasSize(7);
  }
}
