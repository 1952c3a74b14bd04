package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.axptoken.client.EndUser;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What one more token costs once the access token is there. */
class WarmPathTest {
  private static final int CALLS = 20_000;
  private static final EndUser USER = EndUser.withId("user-1");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aTokenCostsLittleMemory() {
    TokenPlatform platform =
        TokenPlatform.axp(Some.config().build(), new Answering(), new MutableClock());
    issueMany(platform);

    long before = threads.getCurrentThreadAllocatedBytes();
    issueMany(platform);
    long perToken = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;

    assertThat(perToken).isLessThan(4096);
  }

  private static void issueMany(TokenPlatform platform) {
    for (int i = 0; i < CALLS; i++) {
      platform.issue(USER);
    }
  }

  private static final class Answering implements Transport {
    private final TransportAnswer grant = answer(FakeTransport.GRANT);
    private final TransportAnswer token =
        answer(
            "{\"jwtToken\":\""
                + Some.jwtUntil(new MutableClock().instant().plus(Duration.ofMinutes(30)))
                + "\"}");

    private static TransportAnswer answer(String body) {
      return new TransportAnswer(200, name -> null, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CompletionStage<TransportAnswer> send(TransportRequest request) {
      boolean first = request.uri().getPath().contains("/openid-connect/");
      return CompletableFuture.completedFuture(first ? grant : token);
    }

    @Override
    public void close() {}
  }
}
