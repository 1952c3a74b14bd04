package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many callers and no connection yet, before a server that lets no more than 50 wait to be
 * accepted.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ColdBurstTest {
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(
        "/api/auth/", call -> answer(call, "{\"access_token\":\"a\",\"expires_in\":900}"));
    server.createContext("/api/digital/", call -> answer(call, "{\"jwtToken\":\"jwt.a.b.c\"}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange call, String body) throws IOException {
    try (call) {
      connections.add(call.getRemoteAddress());
      call.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(200, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  private TokenPlatform platform(Resilience resilience) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return TokenPlatform.axp(Some.config(uri).resilience(resilience).build());
  }

  @Test
  void aThousandAtOnceAllGetATokenAndTheBreakerStaysClosed() {
    try (TokenPlatform platform = platform(Resilience.DEFAULT.withRetries(0))) {
      var stages =
          IntStream.range(0, 1000).mapToObj(i -> platform.issue(EndUser.withId("u" + i))).toList();

      assertThat(stages).allSatisfy(stage -> assertThat(Outcome.of(stage)).isNotNull());
      assertThat(platform.status().breaker()).isEqualTo(Breaker.CLOSED);
      assertThat(platform.status().lastFailure()).isNull();
    }
    assertThat(connections).hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void whoFindsNoPlaceMayWaitForOne() {
    Resilience patient = new Resilience(0, 4, true).withMaxWaiting(500);
    try (TokenPlatform platform = platform(patient)) {
      var stages =
          IntStream.range(0, 600).mapToObj(i -> platform.issue(EndUser.withId("u" + i))).toList();
      List<Object> ends = stages.stream().map(Outcome::tokenOrFailure).toList();

      assertThat(ends).filteredOn(Overloaded.class::isInstance).hasSizeLessThanOrEqualTo(96);
      assertThat(ends).filteredOn(end -> !(end instanceof Overloaded)).hasSizeGreaterThan(503);
      assertThat(ends).allSatisfy(end -> assertThat(end).isNotInstanceOf(Throwable.class));
    }
    assertThat(connections).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  @Tag("slow")
  void aHundredThousandUsersOnVirtualThreadsGoThroughASemaphoreOf256() {
    Semaphore places = new Semaphore(256);
    AtomicInteger issued = new AtomicInteger();
    Set<String> failures = ConcurrentHashMap.newKeySet();
    try (TokenPlatform platform = platform(Resilience.DEFAULT);
        ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100_000; i++) {
        EndUser user = EndUser.withId("user-" + i);
        users.execute(() -> {
          places.acquireUninterruptibly();
          try {
            platform.issueAndWait(user);
            issued.incrementAndGet();
          } catch (RuntimeException e) {
            failures.add(e.toString());
          } finally {
            places.release();
          }
        });
      }
    }

    assertThat(failures).isEmpty();
    assertThat(issued).hasValue(100_000);
  }
}
