package io.axptoken.client.auth;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refresh, refusal, end and failure in every order, and one in the midst of another. */
class AccessTokensScheduleTest {
  private static final int CHANCES = 10_000;

  /** Writes a line for each failed refresh, of which there are millions here. */
  private static final Logger LOG = Logger.getLogger(AccessTokens.class.getName());

  @BeforeAll
  static void silence() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void endOfSilence() {
    LOG.setLevel(null);
  }

  @Test
  void whateverTheOrderOfAFewEventsTheRulesHold() {
    exploreAll(5, 0);
  }

  @Test
  void whateverComesInTheMidstOfAnotherEventTheRulesHold() {
    exploreAll(4, 1);
  }

  @Test
  void inLongRunsOfChanceTheRulesHold() {
    for (long seed = 0; seed < CHANCES; seed++) {
      play(Choices.random(seed), 40, 10, "seed " + seed);
    }
  }

  private static void exploreAll(int events, int interventions) {
    Choices choices = Choices.all();
    do {
      play(choices, events, interventions, "");
    } while (choices.next());
  }

  private static void play(Choices choices, int events, int interventions, String which) {
    try {
      new ExploredTokens(choices, interventions).play(events);
    } catch (AssertionError e) {
      throw new AssertionError(which + choices + ": " + e.getMessage(), e);
    }
  }
}
