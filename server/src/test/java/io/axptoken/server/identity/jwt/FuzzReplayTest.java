package io.axptoken.server.identity.jwt;

import io.axptoken.server.identity.jwt.keys.KeySetFuzz;
import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Stream.of(
            Fuzz.replay("Token", TokenFuzz::fuzzerTestOneInput),
            Fuzz.replay("KeySet", KeySetFuzz::fuzzerTestOneInput))
        .flatMap(each -> each);
  }
}
