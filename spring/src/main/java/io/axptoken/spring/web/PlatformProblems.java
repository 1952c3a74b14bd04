package io.axptoken.spring.web;

import io.axptoken.client.InterruptedWaitException;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers for controllers that ask for a token and get none: a problem object (RFC 9457), and when
 * to come back. Nothing of the platform's own words is in it, nor of how the application is set up.
 * It comes after handlers of the application's own.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class PlatformProblems {
  private static final Duration SOON = Duration.ofSeconds(1);

  PlatformProblems() {}

  @ExceptionHandler(PlatformException.class)
  ResponseEntity<ProblemDetail> refused(PlatformException refused) {
    PlatformFailure failure = refused.failure();
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS, REJECTED_REQUEST, BAD_ANSWER ->
          answer(HttpStatus.BAD_GATEWAY, failure, "The platform issues no tokens to this service.");
      case REJECTED_USER -> answer(HttpStatus.BAD_REQUEST, failure, rule(failure));
      case BUSY, UNAVAILABLE, OVERLOADED ->
          answer(HttpStatus.SERVICE_UNAVAILABLE, failure, "There is no token at the moment.");
      case TIMED_OUT ->
          answer(HttpStatus.GATEWAY_TIMEOUT, failure, "The platform did not answer in time.");
    };
  }

  @ExceptionHandler(InterruptedWaitException.class)
  ResponseEntity<ProblemDetail> interrupted(InterruptedWaitException interrupted) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE, "The service is shutting down.");
    problem.setProperty("code", "interrupted");
    return response(problem, SOON);
  }

  private static String rule(PlatformFailure failure) {
    return failure instanceof PlatformFailure.RejectedUser user
        ? user.violation().field() + " " + user.violation().message() + "."
        : "The platform does not accept this user.";
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, PlatformFailure failure, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    problem.setProperty("transient", failure.isTransient());
    return response(problem, whenToComeBack(status, failure));
  }

  private static @Nullable Duration whenToComeBack(HttpStatus status, PlatformFailure failure) {
    Duration told = failure.retryAfter();
    return told == null && status == HttpStatus.SERVICE_UNAVAILABLE ? SOON : told;
  }

  private static ResponseEntity<ProblemDetail> response(
      ProblemDetail problem, @Nullable Duration comeBack) {
    ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.getStatus());
    if (comeBack != null) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(comeBack)));
    }
    return response.body(problem);
  }

  /** Whole seconds, rounded up: coming back too early would be in vain. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }
}
