package io.axptoken.server.command;

import io.axptoken.server.command.check.Finding;
import io.axptoken.server.command.check.Finding.State;
import io.axptoken.server.command.check.Findings;
import io.axptoken.service.command.CommandContext;
import java.io.PrintStream;

/**
 * The checklist for people: a line for each check below its scope, as it is done. On a terminal
 * what takes time is announced, and the states have colours.
 */
final class CheckListing implements Findings.Listener {
  private static final int WIDTH = 16;
  private static final String ERASE = "\r\u001b[K";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean terminal;
  private final boolean colour;
  private String scope = "";

  CheckListing(CommandContext surroundings) {
    this.out = surroundings.out();
    this.terminal = surroundings.terminal().getAsBoolean();
    this.colour = terminal && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
  }

  @Override
  public void began(String nextScope, String check) {
    if (terminal) {
      enter(nextScope);
      out.print(ERASE + "  …         " + check);
      out.flush();
    }
  }

  @Override
  public void found(Finding finding) {
    if (terminal) {
      out.print(ERASE);
    }
    enter(finding.scope());
    out.println("  " + word(finding.state()) + padded(finding.check()) + finding.detail());
    if (!finding.remedy().isEmpty()) {
      out.println(" ".repeat(12 + WIDTH) + "→ " + finding.remedy());
    }
  }

  private void enter(String next) {
    if (!next.equals(scope)) {
      scope = next;
      out.println(next);
    }
  }

  private static String padded(String check) {
    return check + " ".repeat(Math.max(1, WIDTH - check.length()));
  }

  private String word(State state) {
    return switch (state) {
      case OK -> coloured("\u001b[32m", "ok        ");
      case WARNING -> coloured("\u001b[33m", "warning   ");
      case FAILED -> coloured("\u001b[31m", "FAILED    ");
      case NOT_TRIED -> coloured("\u001b[2m", "-         ");
    };
  }

  private String coloured(String colourCode, String text) {
    return colour ? colourCode + text + PLAIN : text;
  }
}
