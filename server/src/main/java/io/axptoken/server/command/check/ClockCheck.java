package io.axptoken.server.command.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares the clock of this machine with the platform's. */
final class ClockCheck {
  private static final Duration TOLERABLE = Duration.ofSeconds(30);
  private static final Duration HARMFUL = Duration.ofMinutes(2);

  private final Clock clock;
  private final Findings findings;

  ClockCheck(Clock clock, Findings findings) {
    this.clock = clock;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @param ahead how far the platform's clock is ahead by its answers, or {@code null}
   * @param token a token made just now, which tells when it was, or {@code null}
   */
  void compare(@Nullable Duration ahead, @Nullable TokenLook token) {
    Instant issued = token == null ? null : token.issuedAt();
    Duration difference = ahead != null ? ahead : issued == null ? null : sinceIssue(issued);
    if (difference == null) {
      findings.warning(
          PlatformCheck.CLOCK,
          "the platform does not tell the time",
          "See that the clock of this machine is set from the network.");
      return;
    }
    judge(difference);
  }

  private Duration sinceIssue(Instant issued) {
    Duration ahead = Duration.between(clock.instant(), issued);
    return ahead.isNegative() && ahead.compareTo(Duration.ofSeconds(-10)) > 0
        ? Duration.ZERO
        : ahead;
  }

  private void judge(Duration ahead) {
    String detail =
        "this machine's clock is %d s %s the platform's"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "ahead of" : "behind");
    String remedy =
        "Set the clock of this machine from the network (NTP): tokens seem to end too early or too"
            + " late.";
    if (ahead.abs().compareTo(TOLERABLE) <= 0) {
      findings.ok(PlatformCheck.CLOCK, "agrees with the platform's");
    } else if (ahead.abs().compareTo(HARMFUL) <= 0) {
      findings.warning(PlatformCheck.CLOCK, detail, remedy);
    } else {
      findings.failed(PlatformCheck.CLOCK, detail, remedy);
    }
  }
}
