package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.contract.TransportContract;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdkTransportTest extends TransportContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(2));
  }

  @Test
  void fiftyTransportsTakeOneThreadWhichEndsWithTheLastOfThem() throws InterruptedException {
    Duration unlikeAnyOther = Duration.ofMillis(2345);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<Transport> transports = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      transports.add(new JdkTransport(unlikeAnyOther));
    }
    Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
    own.removeAll(before);
    own.removeIf(thread -> !thread.getName().startsWith("HttpClient-"));
    assertThat(own).hasSize(1);
    Thread thread = own.iterator().next();

    Transport last = transports.removeLast();
    transports.forEach(Transport::close);
    transports.forEach(Transport::close); // Twice does no harm.
    assertThat(thread.isAlive()).isTrue();
    last.close();

    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void closingOneOfTwoLeavesTheCallsOfTheOther() throws InterruptedException {
    try (RawServer server = RawServer.start(Script.stallAfter(""));
        RawServer well = RawServer.start(Script.answer(200, "{}"));
        Transport other = newTransport()) {
      Transport closing = newTransport();
      CompletionStage<TransportAnswer> call = closing.send(Some.request(server.uri("/")));
      server.awaitRequests(1);

      closing.close();

      assertThat(reasonOf(call)).isEqualTo(Reason.CLOSED);
      server.awaitOpenConnections(0);
      assertThat(Outcome.of(other.send(Some.request(well.uri("/")))).status()).isEqualTo(200);
    }
  }

  @Test
  void noMoreConnectionsAreMadeThanAreAllowedAndTheRestWaits() {
    try (RawServer server = RawServer.start(Script.answer(200, "{}"));
        Transport bounded = JdkTransport.builder().maxConnections(3).build()) {
      List<CompletionStage<TransportAnswer>> calls =
          IntStream.range(0, 100)
              .mapToObj(i -> bounded.send(Some.request(server.uri("/"))))
              .toList();

      assertThat(calls).allSatisfy(call -> assertThat(Outcome.of(call).status()).isEqualTo(200));
      assertThat(server.connections()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void whoGetsNoConnectionInTimeIsToldThatTheyWereNotSent() {
    try (RawServer server = RawServer.start(Script.stallAfter(""));
        Transport bounded = JdkTransport.builder().maxConnections(1).build()) {
      CompletionStage<TransportAnswer> first = bounded.send(Some.request(server.uri("/")));
      CompletionStage<TransportAnswer> second =
          bounded.send(
              new TransportRequest(server.uri("/"), Map.of(), new byte[0], Duration.ofMillis(300)));

      assertThat(reasonOf(second)).isEqualTo(Reason.NOT_SENT);
      assertThat(first.toCompletableFuture()).isNotDone();
    }
  }

  @Test
  void aHostThatStallsTakesNoConnectionOfAnother() {
    try (RawServer stalling = RawServer.start(Script.stallAfter(""));
        RawServer well = RawServer.start(Script.answer(200, "{}"));
        Transport bounded = JdkTransport.builder().maxConnections(1).build()) {
      bounded.send(Some.request(stalling.uri("/")));

      assertThat(Outcome.of(bounded.send(Some.request(well.uri("/")))).status()).isEqualTo(200);
    }
  }

  private static Reason reasonOf(CompletionStage<?> call) {
    return ((TransportException) Outcome.errorOf(call)).reason();
  }
}
