package io.axptoken.server.issue;

import static io.axptoken.server.issue.ReusingIssuer.result;
import static io.axptoken.server.issue.ReusingIssuer.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.IdentifiedUser;
import io.vertx.core.Future;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a sign-out no token is handed out again that was asked for before, in whatever order. */
class SignOutTest {
  private static final IdentifiedUser ANNA = user("anna");

  private final ReusingIssuer server = new ReusingIssuer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theNextTokenIsNew() {
    server.issued(ANNA);
    server.issuer().signOut(ANNA);

    assertThat(server.issued(ANNA).token().value()).isEqualTo("token-2");
    assertThat(server.issued(ANNA).reused()).isTrue();
  }

  @Test
  void allOfTheUsersTokensEndWhateverIsKnownOfHim() {
    server.issued(user(EndUser.withId("anna").named("Anna").verified(true)));
    server.issuer().signOut(ANNA);

    assertThat(server.room.users()).isZero();
  }

  @Test
  void othersKeepTheirs() {
    TokenIssuer other = server.integration("other");
    server.issued(user("berta"));
    server.issued(other, ANNA);
    server.issuer().signOut(ANNA);

    assertThat(server.issued(user("berta")).reused()).isTrue();
    assertThat(server.issued(other, ANNA).reused()).isTrue();
  }

  @Test
  void whoHasNoTokenMaySignOutToo() {
    server.issuer().signOut(ANNA);

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void aTokenUnderWayIsNotKept() {
    Future<TokenAnswer> asked = server.ask(ANNA);
    server.issuer().signOut(ANNA);
    server.answer();

    assertThat(result(asked).reused()).isFalse();
    assertThat(server.room.users()).isZero();
    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  @Test
  void whoAsksAfterwardsDoesNotShareATokenUnderWay() {
    Future<TokenAnswer> before = server.ask(ANNA);
    server.issuer().signOut(ANNA);
    Future<TokenAnswer> after = server.ask(ANNA);
    Future<TokenAnswer> alike = server.ask(ANNA);
    assertThat(server.calls).as("the platform would have them share a call").hasSize(1);
    String old = server.answer();
    String fresh = server.answer();

    assertThat(server.calls).hasSize(2);
    assertThat(result(before).token().value()).isEqualTo(old);
    assertThat(result(after).token().value()).isEqualTo(fresh).isNotEqualTo(old);
    assertThat(result(alike).token().value()).isEqualTo(fresh);
    assertThat(server.issued(ANNA).token().value()).isEqualTo(fresh);
  }

  @Test
  void theFailureOfATokenUnderWayIsNotThatOfWhoAsksAfterwards() {
    server.ask(ANNA);
    server.issuer().signOut(ANNA);
    Future<TokenAnswer> after = server.ask(ANNA);
    server.calls.getFirst().completeExceptionally(new IllegalStateException("gone"));

    String fresh = server.answer();

    assertThat(result(after).token().value()).isEqualTo(fresh);
  }

  @Test
  void aTokenUnderWayDoesNotComeBackInThePlaceOfALaterOne() {
    IdentifiedUser renamed = user(EndUser.withId("anna").named("Anna"));
    Future<TokenAnswer> before = server.ask(ANNA);
    server.issuer().signOut(ANNA);
    server.issued(renamed);
    server.answer(0);
    result(before);

    assertThat(server.issued(ANNA).reused()).isFalse();
  }

  /** Two threads, at once: the token comes, and the user signs out. Neither order keeps it. */
  @Test
  void noScheduleBringsATokenBack() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      Future<TokenAnswer> asked = server.ask(ANNA);
      CyclicBarrier start = new CyclicBarrier(2);
      Thread signOut = Thread.ofPlatform().start(() -> signOutAt(start));
      start.await(10, TimeUnit.SECONDS);
      spin();
      server.answer();
      signOut.join();

      assertThat(server.room.users()).as("after round %d", i).isZero();
      result(asked);
    }
  }

  private void signOutAt(CyclicBarrier start) {
    try {
      start.await(10, TimeUnit.SECONDS);
      spin();
      server.issuer().signOut(ANNA);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void spin() {
    for (int i = ThreadLocalRandom.current().nextInt(200); i > 0; i--) {
      Thread.onSpinWait();
    }
  }
}
