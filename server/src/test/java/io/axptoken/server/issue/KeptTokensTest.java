package io.axptoken.server.issue;

import static io.axptoken.server.issue.ReusingIssuer.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.issue.KeptTokens.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The room for kept tokens is bounded, and what has ended leaves it. */
class KeptTokensTest {
  private static final Instant END = Instant.parse("2026-03-01T10:30:00Z");
  private static final Duration PERIOD = Duration.ofMinutes(15);

  private final AtomicLong nanoTime = new AtomicLong();

  private KeptTokens room(int maxUsers) {
    return new KeptTokens(maxUsers, nanoTime::get);
  }

  private static void keep(KeptTokens room, IdentifiedUser user, String token) {
    EndUserToken issued = new EndUserToken(token, END);
    Owner owner = new Owner("default", user.user().id());
    room.keep(owner, KeptToken.of(user, issued, END, PERIOD), room.signOuts(owner));
  }

  @Test
  void aMillionUsersTakeTheRoomOfSoManyAsAreAllowed() {
    KeptTokens room = room(1000);
    IdentifiedUser someone = user("someone");
    KeptToken kept = KeptToken.of(someone, new EndUserToken("t", END), END, PERIOD);
    for (int i = 0; i < 1_000_000; i++) {
      room.keep(new Owner("default", "user-" + i), kept, 0);
    }

    assertThat(room.users()).isBetween(900L, 1000L);
  }

  @Test
  void longTokensTakeTheRoomOfSeveralUsers() {
    KeptTokens room = room(100);
    for (int i = 0; i < 100; i++) {
      keep(room, user("long-" + i), "t".repeat(40_000));
    }

    assertThat(room.users()).isBetween(1L, 10L);
  }

  @Test
  void soDoManyAttributes() {
    KeptTokens room = room(100);
    EndUser told = EndUser.withId("x".repeat(256)).named("y".repeat(70));
    for (int type = 0; type < 10; type++) {
      for (int value = 0; value < 5; value++) {
        told = told.identifiedBy("type-" + type, "z".repeat(255) + value);
      }
    }
    for (int i = 0; i < 100; i++) {
      keep(room, user(new EndUser(i + "", told.name(), told.identifiers(), true)), "t");
    }

    assertThat(room.users()).isBetween(1L, 13L);
  }

  @Test
  void whatIsLargerThanTheRoomIsNotKept() {
    KeptTokens room = room(1);
    keep(room, user("anna"), "t".repeat(10_000));

    assertThat(room.users()).isZero();
  }

  @Test
  void whatHasEndedLeaves() {
    KeptTokens room = room(100);
    List.of("anna", "berta").forEach(id -> keep(room, user(id), "t"));
    assertThat(room.users()).isEqualTo(2);
    nanoTime.addAndGet(PERIOD.plusSeconds(2).toNanos());

    assertThat(room.users()).isZero();
  }

  @Test
  void nothingKeptPrintsTheTokenOrTheUser() {
    EndUserToken issued = new EndUserToken("s3cr3t-token", END);
    KeptToken kept = KeptToken.of(user("cust0mer-1"), issued, END, PERIOD);

    assertThat(kept + " " + new Owner("default", "cust0mer-1"))
        .doesNotContain("s3cr3t", "cust0mer");
  }
}
