package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the platform does, the caller has an answer before his own ten seconds are over. */
@Tag("slow")
class PlatformDeadlineTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  /** Eight seconds, and what a busy machine may add to them. */
  private static final Duration LONGEST = Duration.ofMillis(9500);

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static void assertTimesOut(TestServer server) throws Exception {
    long start = System.nanoTime();

    ProblemAnswer problem = ProblemAnswer.of(server.postToken(USER), 504, "platform-timeout");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    assertThat(problem.header("retry-after")).isNotEmpty();
  }

  @Test
  void aHangOfTheSecondCallEndsInTime() throws Exception {
    SERVER.http().postToken(USER);
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());

    assertTimesOut(SERVER.http());

    SERVER.sandbox().faults().clear();
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatStallsEndsInTime() throws Exception {
    SERVER.http().postToken(USER);
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.stallBody());

    assertTimesOut(SERVER.http());
  }

  @Test
  void aHangOfTheFirstCallEndsInTime() throws Exception {
    SERVER.sandbox().faults().on(Endpoint.ACCESS_TOKEN).always(Fault.hang());

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertTimesOut(server);
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void bothCallsTogetherEndInTime() throws Exception {
    SERVER.http().postToken(USER);
    SERVER.sandbox().accessTokens().revokeAll();
    SERVER.sandbox().journal().clear();
    SERVER
        .sandbox()
        .faults()
        .on(Endpoint.ACCESS_TOKEN)
        .always(Fault.delay(Duration.ofMillis(2500)));
    SERVER
        .sandbox()
        .faults()
        .on(Endpoint.END_USER_TOKEN)
        .times(1, Fault.delay(Duration.ofMillis(2500)));
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());

    assertTimesOut(SERVER.http());
  }
}
