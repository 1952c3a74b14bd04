package io.axptoken.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A class that shows a secret when its tests are over; run by {@link LogGuardTest} alone. */
class LateSamples {
  @AfterAll
  static void printsAtTheEnd() {
    System.out.println("s3cr3t at the end");
  }

  @Test
  void isQuiet() {}
}
