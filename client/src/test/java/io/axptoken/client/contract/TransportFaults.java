package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.axptoken.testing.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a transport must do with hostile servers. */
abstract class TransportFaults extends TransportFixture {
  @Test
  void nobodyListening() {
    try (RefusedPort port = RawServer.refusing()) {
      assertFails(Reason.CONNECT_FAILED, transport().send(request(port.uri("/"), LONG)));
    }
  }

  @Test
  void aConnectionThatIsNeverMadeEndsWithTheTimeout() {
    try (RawServer server = RawServer.deaf()) {
      assertFails(Reason.TIMED_OUT, post(server, SHORT));
    }
  }

  @Test
  void silenceEndsWithTheTimeoutAndTheConnection() throws InterruptedException {
    assertTimesOut(Script.stall());
  }

  @Test
  void silenceAfterTheHeadersEndsWithTheTimeoutAndTheConnection() throws InterruptedException {
    assertTimesOut(Script.stallAfterHeaders());
  }

  @Test
  void silenceInTheMiddleOfTheBodyEndsWithTheTimeoutAndTheConnection() throws InterruptedException {
    assertTimesOut(Script.stallMidBody());
  }

  @Test
  void aResetConnectionIsBroken() {
    assertBroken(Script.reset());
  }

  @Test
  void aResetInTheMiddleOfTheBodyIsBroken() {
    assertBroken(Script.resetMidBody());
  }

  @Test
  void aServerThatHangsUpIsBroken() {
    assertBroken(Script.hangUp());
  }

  @Test
  void aBodyThatIsCutOffIsBroken() {
    assertBroken(Script.truncate());
  }

  @Test
  void whatIsNotHttpIsBroken() {
    assertBroken(Script.junk());
  }

  @Test
  void aLengthThatIsNoNumberIsBroken() {
    assertBroken(Script.wrongLength());
  }

  @Test
  void headersWithoutEndAreNotReadForEver() {
    assertThat(
            reasonFor(peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\n");
              while (true) {
                peer.send("x-more: " + "x".repeat(1000) + "\r\n");
              }
            }))
        .isEqualTo(Reason.HEAD_TOO_LARGE);
  }

  @Test
  void aBodyOfTheLargestSizeIsRead() {
    try (RawServer server = RawServer.start(Script.hugeBody(Transport.MAX_BODY_BYTES))) {
      assertThat(Outcome.of(post(server, LONG)).body()).hasSize(Transport.MAX_BODY_BYTES);
    }
  }

  @Test
  void aLargerBodyIsNotReadAndTheConnectionEnds() throws InterruptedException {
    assertTooLarge(Script.hugeBody(Transport.MAX_BODY_BYTES + 1L));
  }

  @Test
  void aBodyAnnouncedAsLargerIsNotWaitedFor() throws InterruptedException {
    assertTooLarge(Script.stallAfter(Conversation.head(200, Long.MAX_VALUE)));
  }

  @Test
  void aBodyWithoutEndIsCutOffAndTheConnectionEnds() throws InterruptedException {
    assertTooLarge(Script.endlessBody());
  }

  private void assertTimesOut(Script script) throws InterruptedException {
    try (RawServer server = RawServer.start(script)) {
      long begin = System.nanoTime();
      assertFails(Reason.TIMED_OUT, post(server, SHORT));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, LONG.dividedBy(2));
      server.awaitOpenConnections(0);
    }
  }

  private void assertTooLarge(Script script) throws InterruptedException {
    try (RawServer server = RawServer.start(script)) {
      assertFails(Reason.TOO_LARGE, post(server, LONG));
      server.awaitOpenConnections(0);
    }
  }

  private void assertBroken(Script script) {
    assertThat(reasonFor(script)).isEqualTo(Reason.BROKEN);
  }

  private Reason reasonFor(Script script) {
    try (RawServer server = RawServer.start(script)) {
      return reasonOf(post(server, LONG));
    }
  }
}
