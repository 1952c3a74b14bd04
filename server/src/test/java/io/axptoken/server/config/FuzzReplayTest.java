package io.axptoken.server.config;

import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Stream.of(
            Fuzz.replay("ConfigFile", ConfigFileFuzz::fuzzerTestOneInput),
            Fuzz.replay("AllowedOrigin", AllowedOriginFuzz::fuzzerTestOneInput))
        .flatMap(each -> each);
  }
}
