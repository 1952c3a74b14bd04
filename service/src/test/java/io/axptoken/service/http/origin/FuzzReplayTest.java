package io.axptoken.service.http.origin;

import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Stream.of(
            Fuzz.replay("Forwarding", ForwardingFuzz::fuzzerTestOneInput),
            Fuzz.replay("Origin", OriginFuzz::fuzzerTestOneInput))
        .flatMap(each -> each);
  }
}
