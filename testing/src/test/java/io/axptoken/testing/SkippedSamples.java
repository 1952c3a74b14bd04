package io.axptoken.testing;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Tests that do not run to their end; run by {@link SkippedTestsTest} alone. */
class SkippedSamples {
  @Test
  @Disabled("the sample of a skipped test")
  void isSkipped() {}

  @Test
  void givesUp() {
    Assumptions.abort();
  }

  @Test
  void runs() {}
}
