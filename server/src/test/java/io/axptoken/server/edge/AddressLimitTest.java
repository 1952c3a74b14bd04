package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses and ids that somebody has very many of do not evade the limits. */
class AddressLimitTest {
  private static final Rate FEW = new Rate(6, Duration.ofHours(1));
  private static final Rate PLENTY = new Rate(1_000_000, Duration.ofMinutes(1));

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static TestServer server(LimitSettings limits) {
    return TestServer.start(SERVER.sandbox(), s -> s.limits(limits).trustedProxies("127.0.0.1"));
  }

  /** How many of these requests, each from its own address, are let through. */
  private static long admitted(TestServer server, int count, IntFunction<String> address)
      throws Exception {
    long admitted = 0;
    try (RawClient client = server.connect()) {
      for (int i = 0; i < count; i++) {
        client.send(
            RawClient.head(
                "GET /token HTTP/1.1", "Host: x", "X-Forwarded-For: " + address.apply(i)));
        String answer = client.answer();
        admitted += answer.startsWith("HTTP/1.1 401 ") ? 1 : 0;
      }
    }
    return admitted;
  }

  @Test
  void aNetworkOf64BitsIsOneAddress() throws Exception {
    try (TestServer server = server(new LimitSettings(FEW, PLENTY, 2))) {
      assertThat(admitted(server, 10, i -> "2001:db8:1:2::" + i)).isEqualTo(2);
    }
  }

  @Test
  void aNetworkOf48BitsHasTheShareOfSixteenAddresses() throws Exception {
    try (TestServer server = server(new LimitSettings(FEW, PLENTY, 2))) {
      assertThat(admitted(server, 100, i -> "2001:db8:1:" + i + "::1")).isEqualTo(32);
      assertThat(admitted(server, 1, _ -> "2001:db8:2::1")).as("another's").isEqualTo(1);
      assertThat(admitted(server, 1, _ -> "192.0.2.1")).as("of IPv4").isEqualTo(1);
    }
  }

  @Test
  void whoIsLimitedAsANetworkLearnsThat() throws Exception {
    try (TestServer server = server(new LimitSettings(FEW, PLENTY, 1))) {
      admitted(server, 16, i -> "2001:db8:1:" + i + "::1");
      try (RawClient client = server.connect()) {
        client.send(
            RawClient.head(
                "GET /token HTTP/1.1", "Host: x", "X-Forwarded-For: 2001:db8:1:ffff::1"));
        String answer = client.answer();

        ProblemAnswer.ofRaw(answer, 429, "too-many-requests");
        assertThat(answer).contains("RateLimit-Policy: \"network\";q=96;w=3600\r\n");
      }
    }
  }

  @Test
  void oneNoisyNetworkDoesNotUseUpItsNeighbours() throws Exception {
    try (TestServer server = server(new LimitSettings(FEW, PLENTY, 2))) {
      assertThat(admitted(server, 50, _ -> "2001:db8:1:2::1")).isEqualTo(2);
      assertThat(admitted(server, 1, _ -> "2001:db8:1:3::1")).isEqualTo(1);
    }
  }

  @Test
  void longIdsAreToldApartByTheirEnds() throws Exception {
    String longId = "u".repeat(200);
    try (TestServer server = server(new LimitSettings(PLENTY, FEW, 1))) {
      int[] statuses = IntStream.of(1, 2, 1, 2).map(i -> statusOf(server, longId + i)).toArray();

      assertThat(statuses).containsExactly(200, 200, 429, 429);
    }
  }

  private static int statusOf(TestServer server, String id) {
    try {
      return server.postToken("{\"userId\":\"" + id + "\"}").statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
