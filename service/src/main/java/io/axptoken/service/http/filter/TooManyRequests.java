package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.limit.Decision.Limited;

/** What a caller hears who asks too often, in words and in the headers {@code RateLimit}. */
public final class TooManyRequests {
  private static final String RATE_LIMIT = "RateLimit";
  private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

  private TooManyRequests() {}

  /**
   * The answer.
   *
   * @param what there were too many of, such as {@code token requests}
   * @param source where they came from, such as {@code address}
   */
  public static Answer of(Request request, String what, String source, Limited obstacle) {
    long window = Math.max(1, obstacle.limit().period().toSeconds());
    long seconds = Answer.seconds(obstacle.retryAfter());
    Problem problem =
        Problem.of(
            HttpProblem.TOO_MANY_REQUESTS,
            "Too many " + what + " from this " + source + ". Try again later.");
    return Answer.problem(request, problem, obstacle.retryAfter())
        .with(
            RATE_LIMIT_POLICY,
            "\"" + source + "\";q=" + obstacle.limit().requests() + ";w=" + window)
        .with(RATE_LIMIT, "\"" + source + "\";r=0;t=" + seconds);
  }
}
