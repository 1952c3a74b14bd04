package io.axptoken.push.edge;

import io.axptoken.testing.Fuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
  @TestFactory
  Stream<DynamicTest> whatTheFuzzerIsGivenHoldsInTheTestsToo() {
    return Fuzz.replay("DevicePath", DevicePathFuzz::fuzzerTestOneInput);
  }
}
