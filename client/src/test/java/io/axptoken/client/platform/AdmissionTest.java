package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Who gets in, and who shares. */
class AdmissionTest {
  private static final EndUser USER =
      EndUser.withId("user-1").identifiedBy("emailAddresses", "user@example.com");

  private final FakeTransport transport = new FakeTransport();
  private final TokenPlatform platform =
      TokenPlatform.axp(
          Some.config().resilience(new Resilience(2, 2, true)).build(),
          transport,
          new MutableClock());
  private final CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();

  @Test
  void theVerySameRequestSharesTheCallThatIsUnderWay() {
    transport.onEndUserToken(pending);
    CompletionStage<EndUserToken> one = platform.issue(USER);
    CompletionStage<EndUserToken> other =
        platform.issue(EndUser.withId("user-1").identifiedBy("emailAddresses", "user@example.com"));

    answerPending(201, "{\"jwtToken\":\"jwt.h.p.shared\"}");

    assertThat(transport.endUserCalls()).hasSize(1);
    assertThat(one.toCompletableFuture().join()).isEqualTo(other.toCompletableFuture().join());
  }

  @Test
  void aFailureIsSharedAsWell() {
    transport.onEndUserToken(pending);
    CompletionStage<EndUserToken> one = platform.issue(USER);
    CompletionStage<EndUserToken> other = platform.issue(USER);

    answerPending(409, "");

    assertThat(failureOf(one)).isInstanceOf(RejectedRequest.class);
    assertThat(failureOf(other)).isInstanceOf(RejectedRequest.class);
    assertThat(transport.endUserCalls()).hasSize(1);
  }

  @Test
  void aDifferenceInAnyAttributeIsACallOfItsOwn() {
    transport.onEndUserToken(pending).onEndUserToken(new CompletableFuture<>());

    platform.issue(USER);
    platform.issue(USER.verified(true));

    assertThat(transport.endUserCalls()).hasSize(2);
  }

  @Test
  void onceTheTokenIsThereTheNextRequestGetsOneOfItsOwn() {
    platform.issueAndWait(USER);
    platform.issueAndWait(USER);

    assertThat(transport.endUserCalls()).hasSize(2);
  }

  @Test
  void nobodyWhoSharesCanEndItForTheOthers() {
    transport.onEndUserToken(pending);
    CompletionStage<EndUserToken> one = platform.issue(USER);
    CompletionStage<EndUserToken> other = platform.issue(USER);

    one.toCompletableFuture().cancel(true);
    answerPending(201, "{\"jwtToken\":\"jwt.h.p.shared\"}");

    assertThat(other.toCompletableFuture().join().value()).isEqualTo("jwt.h.p.shared");
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsSentAwayAtOnce() {
    fillUp();

    assertThat(failureOf(platform.issue(EndUser.withId("one-too-many"))))
        .isInstanceOfSatisfying(
            Overloaded.class,
            full -> assertThat(full.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    assertThat(transport.endUserCalls()).hasSize(2);
  }

  @Test
  void whoSharesTakesNoPlace() {
    fillUp();

    assertThat(platform.issue(USER).toCompletableFuture()).isNotDone();
  }

  @Test
  void aPlaceIsFreeAgainWhenItsTokenIsThereOrFailed() {
    fillUp();
    answerPending(409, "");

    assertThat(platform.issueAndWait(EndUser.withId("next")).value()).isNotEmpty();
    assertThat(platform.issueAndWait(EndUser.withId("after")).value()).isNotEmpty();
  }

  private void fillUp() {
    transport.onEndUserToken(pending).onEndUserToken(new CompletableFuture<>());
    platform.issue(USER);
    platform.issue(EndUser.withId("user-2"));
  }

  private void answerPending(int status, String body) {
    answer(status, body).thenAccept(pending::complete);
  }
}
