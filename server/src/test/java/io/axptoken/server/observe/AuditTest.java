package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.observe.AuditEvent.Outcome;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.audit.AuditEntry;
import io.axptoken.service.observe.log.EcsLine;
import io.axptoken.service.observe.log.LogText;
import io.axptoken.service.observe.log.ServiceIdentity;
import io.axptoken.testing.CapturedLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
  private static final String KEY = "s3cr3t-audit-key-of-more-than-32-characters";
  private static final String HASH = "83bc8c069f52bace847c789d10c2f821";
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `([a-z._]+)` \\| `([a-z._]+)` \\| `([a-zA-Z]+)` \\|");

  private long nanos;
  private final Instant now = Instant.parse("2026-03-01T10:20:30.450Z");

  private Audit audit(boolean enabled) {
    return new Audit(settings(enabled, Addresses.FULL, KEY), () -> nanos);
  }

  private static AuditSettings settings(boolean enabled, Addresses addresses, String key) {
    return new AuditSettings(enabled, addresses, Secret.of(key));
  }

  private static AuditEvent event(Outcome outcome, @Nullable String address) {
    boolean issued = outcome == Outcome.ISSUED;
    return new AuditEvent(
        outcome,
        false,
        issued ? null : "a-reason",
        "default",
        "claimed",
        "cust0mer-1",
        address,
        "request-1",
        issued ? 200 : 403,
        Duration.ofNanos(1_234_567));
  }

  private static List<String> lines(CapturedLogs logs) {
    return logs.records().stream()
        .filter(entry -> entry.getLoggerName().equals("audit"))
        .map(LogText::message)
        .toList();
  }

  @Test
  void aTextLineNamesEachValue(CapturedLogs logs) {
    audit(true).record(event(Outcome.ISSUED, "192.0.2.1"));

    assertThat(lines(logs))
        .containsExactly(
            "event=token-issued outcome=success integration=default mode=claimed user="
                + HASH
                + " address=192.0.2.1 request=request-1 status=200 ns=1234567");
  }

  @Test
  void aJsonLineHasTheNamesOfTheElasticCommonSchema(CapturedLogs logs) {
    audit(true).record(event(Outcome.REFUSED, "2001:db8::1"));
    LogRecord entry = logs.records().getLast();
    entry.setInstant(now);

    assertThat(new EcsLine(new ServiceIdentity("axp-token-server", "1.2.0")).format(entry))
        .isEqualTo(
            """
            {"@timestamp":"2026-03-01T10:20:30.450Z","log.level":"INFO","message":"decision",\
            "ecs.version":"8.11.0","service.name":"axp-token-server","service.version":"1.2.0",\
            "log.logger":"audit",\
            "event.action":"token-refused","event.outcome":"failure","event.reason":"a-reason",\
            "axp.integration":"default","axp.identity_mode":"claimed","user.hash":"%s",\
            "client.address":"2001:db8::1","http.request.id":"request-1",\
            "http.response.status_code":403,"event.duration":1234567}
            """
                .formatted(HASH));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"1.2.3.4 outcome=success", "1.2.3.4\noutcome=success", "\u001b[31m", ""})
  void whatIsNoAddressIsNotShown(@Nullable String address, CapturedLogs logs) {
    audit(true).record(event(Outcome.REFUSED, address));

    assertThat(lines(logs)).singleElement().asString().doesNotContain("address=", "success");
  }

  @Test
  void aStormOfLimitedRequestsIsALineForEachAddressAndTenSeconds(CapturedLogs logs) {
    Audit audit = audit(true);
    for (int i = 0; i < 1_000; i++) {
      audit.record(event(Outcome.LIMITED, i % 2 == 0 ? "192.0.2.1" : "192.0.2.2"));
    }
    assertThat(lines(logs)).hasSize(2);

    nanos += Duration.ofSeconds(10).toNanos();
    audit.record(event(Outcome.LIMITED, "192.0.2.1"));
    assertThat(lines(logs)).hasSize(3);
    assertThat(lines(logs).getLast()).contains("address=192.0.2.1 ").endsWith(" notWritten=998");
  }

  @Test
  void aStormFromManyAddressesIsAHundredLines(CapturedLogs logs) {
    try (Audit audit = audit(true)) {
      IntStream.range(0, 5_000)
          .forEach(i -> audit.record(event(Outcome.LIMITED, "192.0." + i / 256 + "." + i % 256)));
      audit.record(event(Outcome.ISSUED, "192.0.2.1"));

      assertThat(lines(logs)).hasSize(101);
    }
    assertThat(lines(logs).getLast()).isEqualTo("notWritten=4900");
  }

  @Test
  void refusalsAreEachWrittenUpToAThousand(CapturedLogs logs) {
    Audit audit = audit(true);
    for (int i = 0; i < 1_010; i++) {
      audit.record(event(Outcome.REFUSED, "192.0.2.1"));
    }
    assertThat(lines(logs)).hasSize(1_000);

    nanos += Duration.ofSeconds(10).toNanos();
    audit.record(event(Outcome.REFUSED, "192.0.2.1"));
    assertThat(lines(logs).getLast()).endsWith(" notWritten=10");
  }

  @Test
  void theDocumentationListsTheFieldsInTheirOrder() throws IOException {
    String page = Files.readString(Path.of("../docs/audit.md"));

    assertThat(
            DOCUMENTED
                .matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
        .containsExactlyElementsOf(
            Stream.concat(Arrays.stream(AuditField.values()), Stream.of(AuditEntry.NOT_WRITTEN))
                .map(field -> field.ecs() + " " + field.otel() + " " + field.text())
                .toList());
  }

  @Test
  void anEventDoesNotPrintItsUser() {
    assertThat(event(Outcome.ISSUED, "192.0.2.1").toString()).doesNotContain("cust0mer");
  }
}
