package io.axptoken.service.observe.health;

import io.axptoken.service.observe.log.LogLoss;

/** How the log is. */
public final class LogHealth {
  private LogHealth() {}

  /** Well, unless lines were lost that the log does not report yet. */
  public static PartHealth of(LogLoss loss) {
    LogLoss.Account account = loss.account();
    PartHealth.Builder part = new PartHealth.Builder();
    if (account != null) {
      PartHealth.Builder lines = new PartHealth.Builder();
      account.byLog().forEach(lines::fact);
      part.fact("since", account.since()).fact("linesLost", lines.facts());
    }
    return part.well(account == null);
  }
}
