package io.axptoken.server.command.check;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.AxpSettings.Platform;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks at a token that the platform has made, and shows no part of it. */
final class TokenCheck {
  private static final Duration ROUNDING = Duration.ofMinutes(1);

  private final AxpSettings axp;
  private final Clock clock;
  private final Findings findings;

  TokenCheck(AxpSettings axp, Clock clock, Findings findings) {
    this.axp = axp;
    this.clock = clock;
    this.findings = findings;
  }

  /** What the token says, or {@code null} if it says nothing. */
  @Nullable TokenLook look(EndUserToken token) {
    try {
      TokenLook look = TokenLook.at(token.value());
      judge(look);
      return look;
    } catch (IOException e) {
      findings.warning(
          PlatformCheck.TOKEN,
          "made, but it cannot be read: it is " + e.getMessage(),
          "Try it with your clients; the platform may have changed what it gives out.");
      return null;
    }
  }

  private void judge(TokenLook look) {
    Duration lifetime = lifetime(look);
    String said =
        "made for the test user %s; lives %d minutes, %s"
            .formatted(PlatformCheck.USER, lifetime.toMinutes(), subject(look.subject()));
    boolean asked = axp.platform() == Platform.AXP;
    if (look.integrationId() != null && !look.integrationId().equals(axp.integrationId())) {
      findings.warning(
          PlatformCheck.TOKEN,
          said + ", but is for another integration than the one asked for",
          "Check axp.integrationId with the platform's administration.");
    } else if (asked && lifetime.minus(axp.jwtValidityInterval()).abs().compareTo(ROUNDING) > 0) {
      findings.warning(
          PlatformCheck.TOKEN,
          said + ", where " + axp.jwtValidityInterval().toMinutes() + " were asked for",
          "Check the clock of this machine, and the account's limits on tokens.");
    } else {
      findings.ok(PlatformCheck.TOKEN, said);
    }
  }

  private Duration lifetime(TokenLook look) {
    Instant end = look.expiresAt();
    Instant begin = look.issuedAt() == null ? clock.instant() : look.issuedAt();
    // Half a minute is for the way here, where the token does not say when it was made.
    return end == null ? Duration.ZERO : Duration.between(begin, end.plusSeconds(30));
  }

  private static String subject(@Nullable String subject) {
    if (subject == null) {
      return "names no subject";
    }
    return subject.equals(PlatformCheck.USER)
        ? "its subject is the user's id"
        : "its subject is not the user's id but a text of " + subject.length() + " characters";
  }
}
