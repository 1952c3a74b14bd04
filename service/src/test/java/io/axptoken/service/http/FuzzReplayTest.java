package io.axptoken.service.http;

import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Stream.of(
            Fuzz.replay("Host", HostFuzz::fuzzerTestOneInput),
            Fuzz.replay("MediaType", MediaTypeFuzz::fuzzerTestOneInput))
        .flatMap(each -> each);
  }
}
