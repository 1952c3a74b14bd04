package io.axptoken.service.observe.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.LogText;
import io.axptoken.service.observe.log.NamedField;
import io.axptoken.testing.CapturedLogs;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request's line, with the group of its route by the program's own name. */
class AccessLogTest {
  private static final LogField SHOP = new NamedField("shop.name", "shop.name", "shop");

  private static AccessLog log(boolean enabled, Addresses addresses) {
    return new AccessLog(enabled, new AuditSettings(false, addresses, Secret.of("")), SHOP);
  }

  private static AccessEvent event(@Nullable String group, @Nullable String address) {
    return new AccessEvent(
        "GET", "/things", group, 200, 4, Duration.ofNanos(99), "request-1", address, "1.1");
  }

  private static List<String> lines(CapturedLogs logs) {
    return logs.records().stream()
        .filter(entry -> entry.getLoggerName().equals(AccessLog.LOGGER))
        .map(LogText::message)
        .toList();
  }

  @Test
  void theGroupHasTheNameThatTheProgramGivesIt(CapturedLogs logs) {
    log(true, Addresses.FULL).record(event("north", "192.0.2.7"));

    assertThat(lines(logs))
        .containsExactly(
            "method=GET path=/things status=200 bytes=4 ns=99 request=request-1 shop=north"
                + " address=192.0.2.7 http=1.1");
  }

  @Test
  void aRouteWithoutAGroupHasNoSuchField(CapturedLogs logs) {
    log(true, Addresses.NETWORK).record(event(null, "192.0.2.7"));

    assertThat(lines(logs))
        .containsExactly(
            "method=GET path=/things status=200 bytes=4 ns=99 request=request-1"
                + " address=192.0.2.0/24 http=1.1");
  }

  @Test
  void whatIsSwitchedOffWritesNothing(CapturedLogs logs) {
    AccessLog off = log(false, Addresses.FULL);
    off.record(event(null, null));

    assertThat(off.isEnabled()).isFalse();
    assertThat(lines(logs)).isEmpty();
  }
}
