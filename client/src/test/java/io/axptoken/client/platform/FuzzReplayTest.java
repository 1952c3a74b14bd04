package io.axptoken.client.platform;

import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Stream.of(
            Fuzz.replay("PlatformAnswer", PlatformAnswerFuzz::fuzzerTestOneInput),
            Fuzz.replay("RetryAfter", RetryAfterFuzz::fuzzerTestOneInput),
            Fuzz.replay("TokenExpiry", TokenExpiryFuzz::fuzzerTestOneInput))
        .flatMap(each -> each);
  }
}
