package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.testing.CapturedLogs;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private static final PlatformFailure FAILURE =
      new PlatformFailure.TimedOut(
          new PlatformFailure.Trace(
              PlatformFailure.Call.END_USER_TOKEN, Cause.TIMED_OUT, 0, null, null));

  private long nanos;
  private final FailureLog log = new FailureLog(() -> nanos);

  private static IntegrationLabel label(String integration) {
    return new IntegrationLabel(integration, true, key -> key);
  }

  @Test
  void likeFailuresOfTwoIntegrationsAreTwo(CapturedLogs logs) {
    log.report(FAILURE, label("sales"), "a-1");
    log.report(FAILURE, label("support"), "a-2");
    log.report(FAILURE, label("sales"), "a-3");

    assertThat(logs.messages(Level.WARNING))
        .hasSize(2)
        .anyMatch(line -> line.contains("integration=sales request=a-1"))
        .anyMatch(line -> line.contains("integration=support request=a-2"));
  }

  private void reportAfter(Duration time) {
    nanos += time.toNanos();
    log.report(FAILURE, label("default"), null);
  }

  @Test
  void likeFailuresAreOneLineInAQuarterOfAMinuteWithTheirCount(CapturedLogs logs) {
    reportAfter(Duration.ZERO);
    reportAfter(Duration.ofSeconds(7));
    reportAfter(Duration.ofSeconds(7));
    assertThat(logs.messages(Level.WARNING)).hasSize(1);

    reportAfter(Duration.ofSeconds(1));

    assertThat(logs.messages(Level.WARNING)).hasSize(2).last().asString().contains("repeated=2");
  }

  @Test
  void whatThePlatformSaysIsQuotedAndWordsNothing(CapturedLogs logs) {
    PlatformFailure failure =
        new PlatformFailure.Unavailable(
            new PlatformFailure.Trace(
                PlatformFailure.Call.END_USER_TOKEN, Cause.ANSWER, 502, null, "proxy error"),
            null);

    log.report(failure, label("sales"), "a-1");

    assertThat(logs.messages(Level.WARNING))
        .singleElement()
        .asString()
        .startsWith("The platform cannot be reached or fails: check axp.hostName and the network.")
        .contains("[call=end-user-token status=502 kind=platform-unavailable")
        .endsWith(" said=\"proxy error\"]")
        .doesNotContain("httpProxy");
  }

  @Test
  void whatFailsBecauseWeStopIsNotReported(CapturedLogs logs) {
    log.close();
    reportAfter(Duration.ZERO);

    assertThat(logs.messages(Level.INFO)).isEmpty();
  }
}
