package io.axptoken.server.edge;

import io.axptoken.server.issue.TokenAnswer.Refused;
import io.axptoken.server.issue.TokenAnswer.Unavailable;
import io.axptoken.service.http.Problem;

/** How trouble with the platform is told to callers: what it means for them, and nothing of it. */
final class PlatformProblems {
  private static final Problem REJECTED_CREDENTIALS =
      Problem.of(
          TokenProblem.PLATFORM_REJECTED_CREDENTIALS,
          "The platform does not accept this server's credentials; its operator must fix that.");
  private static final Problem REJECTED_REQUEST =
      Problem.of(
          TokenProblem.PLATFORM_REJECTED_REQUEST,
          "The platform refuses this request; this server's operator finds the reason in its log.");
  private static final Problem BAD_ANSWER =
      Problem.of(
          TokenProblem.PLATFORM_BAD_ANSWER,
          "The platform gave an answer that cannot be used; this server's operator must look.");
  private static final Problem UNAVAILABLE =
      Problem.of(
          TokenProblem.PLATFORM_UNAVAILABLE, "The platform cannot be reached. Try again later.");
  private static final Problem BUSY =
      Problem.of(TokenProblem.PLATFORM_BUSY, "The platform's quota is exhausted. Try again later.");
  private static final Problem TIMEOUT =
      Problem.of(TokenProblem.PLATFORM_TIMEOUT, "The platform did not answer in time. Try again.");
  private static final Problem OVERLOADED =
      Problem.of(TokenProblem.OVERLOADED, "Too many requests are under way. Try again soon.");

  private PlatformProblems() {}

  static Problem of(Refused refused) {
    return switch (refused.fault()) {
      case PLATFORM_REJECTED_CREDENTIALS -> REJECTED_CREDENTIALS;
      case PLATFORM_REJECTED_REQUEST -> REJECTED_REQUEST;
      case PLATFORM_BAD_ANSWER -> BAD_ANSWER;
    };
  }

  static Problem of(Unavailable unavailable) {
    return switch (unavailable.shortage()) {
      case PLATFORM_UNAVAILABLE -> UNAVAILABLE;
      case PLATFORM_BUSY -> BUSY;
      case PLATFORM_TIMEOUT -> TIMEOUT;
      case OVERLOADED -> OVERLOADED;
    };
  }
}
