package io.axptoken.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Violation;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The answer for each failure; applications in interop/ see them over HTTP. */
class PlatformProblemsTest {
  private static final Trace TRACE =
      new Trace(Call.END_USER_TOKEN, Cause.ANSWER, 500, "log-1", "what the platform says");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new RejectedCredentials(TRACE), 502, "rejected-credentials", null),
        Arguments.of(new RejectedRequest(TRACE), 502, "rejected-request", null),
        Arguments.of(new BadAnswer(TRACE), 502, "bad-answer", null),
        Arguments.of(
            new RejectedUser(TRACE, new Violation("name", "must be shorter")),
            400,
            "rejected-user",
            null),
        Arguments.of(new Busy(TRACE, Duration.ofMillis(2100)), 503, "busy", "3"),
        Arguments.of(new Unavailable(TRACE, null), 503, "unavailable", "1"),
        Arguments.of(new Overloaded(TRACE, Duration.ofSeconds(1)), 503, "overloaded", "1"),
        Arguments.of(new TimedOut(TRACE), 504, "timed-out", null));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachFailureIsAProblemThatTellsNothingOfThePlatform(
      PlatformFailure failure, int status, String code, @Nullable String retryAfter) {
    ResponseEntity<ProblemDetail> answer =
        new PlatformProblems().refused(new PlatformException(failure));

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(retryAfter);
    ProblemDetail problem = Objects.requireNonNull(answer.getBody());
    assertThat(problem.getProperties()).containsEntry("code", code);
    assertThat(problem.toString()).doesNotContain("what the platform says").doesNotContain("log-1");
  }
}
