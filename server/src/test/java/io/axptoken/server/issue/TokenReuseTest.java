package io.axptoken.server.issue;

import static io.axptoken.server.issue.ReusingIssuer.LIFE;
import static io.axptoken.server.issue.ReusingIssuer.result;
import static io.axptoken.server.issue.ReusingIssuer.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.issue.TokenAnswer.Issued;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long a token is handed out again, whatever the clocks do. */
class TokenReuseTest {
  private static final IdentifiedUser ANNA = user("anna");
  private static final Duration HALF = LIFE.dividedBy(2);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ReusingIssuer server = new ReusingIssuer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSameTokenIsHandedOutAgainAndCalledReused() {
    Issued first = server.issued(ANNA);
    Issued second = server.issued(ANNA);

    assertThat(first.reused()).isFalse();
    assertThat(second.reused()).isTrue();
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void itIsWhileMoreThanTheShareOfItsLifeIsLeft() {
    server.issued(ANNA);

    server.pass(HALF.minus(MOMENT));
    assertThat(server.issued(ANNA).reused()).isTrue();
    server.pass(MOMENT);
    assertThat(server.issued(ANNA).reused()).isFalse();
    assertThat(server.issued(ANNA).token().value()).isEqualTo("token-2");
  }

  @Test
  void useDoesNotProlongIt() {
    server.issued(ANNA);
    for (int minute = 0; minute < 14; minute++) {
      server.pass(Duration.ofMinutes(1));
      assertThat(server.issued(ANNA).reused()).isTrue();
    }
    server.pass(Duration.ofMinutes(1));

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void aClockThatIsSetBackDoesNotProlongIt() {
    server.issued(ANNA);
    server.setClock(Duration.ofHours(-1));
    server.pass(HALF.minus(MOMENT));
    assertThat(server.issued(ANNA).reused()).isTrue();
    server.pass(MOMENT);

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void aTokenOfAClockThatWasAheadIsHandedOutNoLonger() {
    server.setClock(Duration.ofHours(3));
    server.issued(ANNA);
    server.setClock(Duration.ofHours(-3));
    server.pass(HALF);

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void aClockThatIsSetForwardEndsIt() {
    server.issued(ANNA);
    server.setClock(HALF);

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void aClockThatIsSlowDoesNotProlongIt() {
    Future<TokenAnswer> asked = server.ask(ANNA);
    Instant trueEnd = Instant.parse("2026-03-01T11:30:00Z"); // The platform's time is 11:00.
    server.answer(0, new EndUserToken("token-of-later", trueEnd));
    result(asked);

    server.pass(HALF.minus(MOMENT));
    assertThat(server.issued(ANNA).token().value()).isEqualTo("token-of-later");
    server.pass(MOMENT);
    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT-1H"})
  void aTokenWithoutALifeIsNotKept(Duration left) {
    Future<TokenAnswer> asked = server.ask(ANNA);
    server.answer(0, new EndUserToken("ended", Instant.parse("2026-03-01T10:00:00Z").plus(left)));
    result(asked);

    assertThat(server.issued(ANNA).token().value()).isEqualTo("token-1");
  }

  @Test
  void whatThePlatformRefusesIsNotKept() {
    Future<TokenAnswer> asked = server.ask(ANNA);
    server.calls.getFirst().completeExceptionally(new IllegalStateException("made up"));
    assertThat(asked.toCompletionStage().toCompletableFuture())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("made up");

    assertThat(server.issued(ANNA).reused()).isFalse();
    assertThat(server.issued(ANNA).reused()).isTrue();
  }

  @Test
  void whoComesMeanwhileSharesTheCall() {
    Future<TokenAnswer> first = server.ask(ANNA);
    Future<TokenAnswer> second = server.ask(ANNA);
    String token = server.answer();

    assertThat(server.calls).hasSize(1);
    assertThat(result(first).token().value()).isEqualTo(token);
    assertThat(result(second)).isEqualTo(result(first));
  }
}
