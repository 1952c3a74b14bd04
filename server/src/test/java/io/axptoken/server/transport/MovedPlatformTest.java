package io.axptoken.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.service.process.NameLookup;
import io.axptoken.testing.NameServer;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform whose name is given another address, while calls go on and the old one answers. */
class MovedPlatformTest {
  private static final Duration TTL = Duration.ofSeconds(1);
  private static final Duration LIFE = Duration.ofMillis(500);

  private NameServer names;
  private RawServer here;
  private RawServer there;
  private Vertx vertx;
  private Transport transport;

  @BeforeEach
  void setUp() throws IOException {
    names = NameServer.start(TTL);
    here = RawServer.start(listener("127.0.0.1", 0), Script.answer(200, "here"));
    there = RawServer.start(listener("127.0.0.2", here.port()), Script.answer(200, "there"));
    AddressResolverOptions lookup = NameLookup.options().setServers(List.of(names.location()));
    vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setAddressResolverOptions(lookup));
    transport = new VertxTransport(vertx, null, null, VertxTransport.USUAL_CONNECTIONS, LIFE);
  }

  @AfterEach
  void tearDown() {
    transport.close();
    Calls.done(vertx.close().toCompletionStage().toCompletableFuture());
    here.close();
    there.close();
    names.close();
  }

  @Test
  void aPlatformThatMovesIsFollowedWhileItsOldAddressStillAnswers() throws Exception {
    names.point(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(answer()).isEqualTo("200 here");

    names.point(InetAddress.ofLiteral("127.0.0.2"));

    callUntil(TTL.plus(LIFE).plusSeconds(2), "200 there"::equals);
    here.awaitOpenConnections(0);
    assertThat(answer()).isEqualTo("200 there");
  }

  @Test
  void aPlatformThatMovesIsFollowedBeforeItsConnectionsAreOld() throws Exception {
    try (var patient = new VertxTransport(vertx, null)) {
      names.point(InetAddress.ofLiteral("127.0.0.1"));
      assertThat(Calls.text(Calls.answer(patient, uri()))).isEqualTo("200 here");

      names.point(InetAddress.ofLiteral("127.0.0.2"));

      callUntil(patient, TTL.plusSeconds(4), "200 there"::equals);
      here.awaitOpenConnections(0);
    }
  }

  @Test
  void aPlatformThatStaysKeepsItsConnectionWhileItsNameIsLookedUp() throws Exception {
    try (var patient = new VertxTransport(vertx, null)) {
      names.point(InetAddress.ofLiteral("127.0.0.1"));
      assertThat(Calls.text(Calls.answer(patient, uri()))).isEqualTo("200 here");
      int queries = names.queries();

      callUntil(patient, TTL.plusSeconds(5), _ -> names.queries() >= queries + 2);

      assertThat(here.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionGrowsNoOlderThanItsLife() throws Exception {
    names.point(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(answer()).isEqualTo("200 here");

    here.awaitOpenConnections(0);

    assertThat(answer()).isEqualTo("200 here");
    assertThat(here.connections()).isEqualTo(2);
  }

  @Test
  void aPlatformWhoseNameIsLostForAWhileIsStillCalledWhereItWas() throws Exception {
    names.point(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(answer()).isEqualTo("200 here");
    int queries = names.queries();

    names.point(null);

    callUntil(TTL.plusSeconds(5), _ -> names.queries() >= queries + 4);
    assertThat(answer()).isEqualTo("200 here");
  }

  @Test
  void aNameThatHadNoAddressIsAskedForAgain() throws Exception {
    names.point(null);
    assertThat(Calls.failure(transport, Calls.request(uri()))).isEqualTo(Reason.UNKNOWN_HOST);

    names.point(InetAddress.ofLiteral("127.0.0.1"));

    assertThat(answer()).isEqualTo("200 here");
  }

  @Test
  void noRecordIsBelievedForLongerThanHalfAMinute() {
    assertThat(NameLookup.options().getCacheMaxTimeToLive()).isEqualTo(30);
    assertThat(NameLookup.options().getCacheNegativeTimeToLive()).isZero();
  }

  /** Calls without a pause, so that no connection has an idle moment; each call must succeed. */
  private void callUntil(Duration limit, Predicate<String> reached) {
    callUntil(transport, limit, reached);
  }

  private void callUntil(Transport way, Duration limit, Predicate<String> reached) {
    long end = System.nanoTime() + limit.toNanos();
    String answer = Calls.text(Calls.answer(way, uri()));
    while (!reached.test(answer)) {
      assertThat(System.nanoTime()).as("in time, last " + answer).isLessThan(end);
      answer = Calls.text(Calls.answer(way, uri()));
    }
  }

  private String answer() {
    return Calls.text(Calls.answer(transport, uri()));
  }

  private URI uri() {
    return URI.create("http://platform.example:" + here.port() + "/");
  }

  private static ServerSocket listener(String address, int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.ofLiteral(address));
  }
}
