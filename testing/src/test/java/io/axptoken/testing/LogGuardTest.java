package io.axptoken.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

@Tag("slow")
class LogGuardTest {
  private static final System.Logger LOG = System.getLogger("io.axptoken.sample");

  @Test
  void aTestReadsWhatItLoggedAndPrinted(CapturedLogs logs) throws InterruptedException {
    LOG.log(System.Logger.Level.DEBUG, "fine {0}", "detail");
    System.out.println("printed out");
    System.err.println("printed err");
    assertThat(logs).isSameAs(LogGuard.captured());
    assertThat(logs.messages(Level.FINE)).containsExactly("fine detail");
    assertThat(logs.messages(Level.INFO)).isEmpty();
    assertThat(logs.awaitMessage("fine detail"::equals)).isTrue();
    assertThat(logs.printed()).contains("printed out\n", "printed err\n");
    assertThat(logs.text()).contains("FINE io.axptoken.sample fine detail", "printed out");
    assertThat(logs.records()).hasSize(1);
  }

  @Test
  void whatAnEarlierTestLoggedIsForgotten(CapturedLogs logs) {
    assertThat(logs.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logsJwt", "logsJwtOfTheOlderForm", "logsBearerToken", "printsClientSecret",
        "printsMarkerInAnException", "printsPrivateKey", "isToldOfABlockedThread", "logsAtFine",
        "printsByteByByte", "logsACustomersName", "leavesAnExceptionToVertx"
      })
  void aTestThatShowsASecretFails(String method) {
    Throwable failure = failureOf(run(LeakySamples.class), method);
    assertThat(failure).hasMessageStartingWith("Logged or printed by this test:\n  a ");
    assertThat(failure.getMessage())
        .doesNotContain("eyJ", "s3cr3t", "abc123", "BEGIN", "cust0mer", "Cust0mer");
  }

  @Test
  void aTestThatSpeaksOfSecretsWithoutShowingOnePasses() {
    assertThat(failures(run(QuietSamples.class))).isEmpty();
  }

  @Test
  void whatIsLoggedAfterTheTestsCountsToo() {
    assertThat(failures(run(LateSamples.class)).toList())
        .singleElement()
        .extracting(event -> event.getPayload(TestExecutionResult.class).orElseThrow())
        .asString()
        .contains("after the last test of LateSamples", "a test secret in: [HERE] at the end");
  }

  @Test
  void aThreadLeftBehindFailsTheClassAndIsNamed() {
    try {
      assertThat(failures(run(ThreadSamples.class)).map(LogGuardTest::payload))
          .singleElement()
          .asString()
          .contains("Threads left behind", "left-over in ")
          .doesNotContain("harmless");
    } finally {
      ThreadSamples.RELEASED.countDown();
    }
  }

  @Test
  void resourcesThatOtherExtensionsStoreAreClosedBeforeTheThreadsAreCounted() {
    assertThat(failures(run(StoredResourceSamples.class))).isEmpty();
  }

  private static Events run(Class<?> samples) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(samples))
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .execute()
        .allEvents();
  }

  private static Stream<Event> failures(Events events) {
    return events.filter(event ->
        event.getType() == EventType.FINISHED
            && event
                .getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .isPresent());
  }

  private static Throwable failureOf(Events events, String method) {
    return failures(events)
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(method + "()"))
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .findAny()
        .orElseThrow();
  }

  private static String payload(Event event) {
    return event.getPayload(TestExecutionResult.class).orElseThrow().toString();
  }
}
