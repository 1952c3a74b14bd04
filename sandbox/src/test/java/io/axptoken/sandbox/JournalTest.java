package io.axptoken.sandbox;

import static io.axptoken.sandbox.Endpoint.ACCESS_TOKEN;
import static io.axptoken.sandbox.Endpoint.END_USER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithAxpSandbox
class JournalTest {
  private final AxpSandbox sandbox;
  private final Caller caller;

  JournalTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void callsAreKeptInOrderWithWhatWasAskedAndAnswered() {
    caller.askEndUserToken();

    List<Call> calls = sandbox.journal().calls();
    assertThat(calls).extracting(Call::endpoint).containsExactly(ACCESS_TOKEN, END_USER_TOKEN);
    Call call = calls.getLast();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/api/digital/chat/v1/accounts/SANDBX/tokens");
    assertThat(call.body()).isEqualTo(caller.endUser().encode());
    assertThat(call.header("AppKey")).hasValue("sandbox-app-key");
    assertThat(call.status()).hasValue(201);
    assertThat(call.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void secretsAreBlackedOut() {
    String token = caller.accessToken();
    caller.askEndUserToken(token, caller.endUser().encode());

    String all = sandbox.journal().calls().toString();
    assertThat(all).doesNotContain(sandbox.account().clientSecret()).doesNotContain(token);
    assertThat(sandbox.journal().calls(ACCESS_TOKEN).getFirst().body())
        .isEqualTo(
            "grant_type=client_credentials&client_id=sandbox-client&client_secret=[REDACTED]");
  }

  @Test
  void aSecretIsBlackedOutHoweverItsNameIsWritten() {
    caller.askAccessToken(
        request -> request.POST(BodyPublishers.ofString("client%5Fsecret=s3cr3t%2B&%zz=1")));

    assertThat(sandbox.journal().calls().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void aSecretIsBlackedOutInABodyOfTheWrongType() {
    caller.askAccessToken(request -> request.setHeader("content-type", "text/plain"));
    caller.askAccessToken(request ->
        request
            .setHeader("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"client_secret\":\"sandbox-s3cr3t\"}")));

    assertThat(sandbox.journal().calls()).hasSize(2);
    assertThat(sandbox.journal().calls().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void twoBearerTokensCanBeToldApart() {
    String first = caller.accessToken();
    String second = caller.accessToken();
    caller.askEndUserToken(first, "{}");
    caller.askEndUserToken(first, "{}");
    caller.askEndUserToken(second, "{}");

    List<String> bearers =
        sandbox.journal().calls(END_USER_TOKEN).stream()
            .map(call -> call.header("authorization").orElseThrow())
            .toList();
    assertThat(bearers.get(0)).startsWith("Bearer [REDACTED ").isEqualTo(bearers.get(1));
    assertThat(bearers.get(2)).isNotEqualTo(bearers.get(0));
  }

  @Test
  void theNthCallCanBeWaitedFor() {
    CompletableFuture<List<Call>> third =
        CompletableFuture.supplyAsync(
            () -> sandbox.journal().awaitCalls(ACCESS_TOKEN, 3, Duration.ofSeconds(10)));
    caller.askAccessToken();
    caller.askAccessToken();
    assertThat(third).isNotDone();

    caller.askAccessToken();

    assertThat(third.join()).hasSize(3);
  }

  @Test
  void waitingEndsWithAClearWord() {
    assertThatIllegalStateException()
        .isThrownBy(() -> sandbox.journal().awaitCalls(ACCESS_TOKEN, 1, Duration.ofMillis(50)))
        .withMessageContaining("0 calls of ACCESS_TOKEN within PT0.05S, not 1");
  }

  @Test
  void clearingForgetsCallsAndCounts() {
    caller.askAccessToken();

    sandbox.journal().clear();

    assertThat(sandbox.journal().calls()).isEmpty();
    assertThat(sandbox.journal().count(ACCESS_TOKEN)).isZero();
  }

  @Test
  void theOldestCallsGoWhenItIsFullAndTheCountGoesOn() {
    Journal journal = new Journal();
    for (int i = 0; i < Journal.CAPACITY + 5; i++) {
      journal.add(call("/" + i, "")).accept(200);
    }

    assertThat(journal.calls()).hasSize(Journal.CAPACITY);
    assertThat(journal.calls().getFirst().path()).isEqualTo("/5");
    assertThat(journal.count(ACCESS_TOKEN)).isEqualTo(Journal.CAPACITY + 5);
  }

  @Test
  void aLongBodyIsClippedAndSaysSo() {
    Journal journal = new Journal();
    journal.add(call("/", "a" + "\ud83d\ude00".repeat(Call.MAX_BODY_CHARS)));
    journal.add(call("/", "b".repeat(Call.MAX_BODY_CHARS)));

    assertThat(journal.calls().getFirst().body())
        .isEqualTo("a" + "\ud83d\ude00".repeat(Call.MAX_BODY_CHARS / 2 - 1) + "…[clipped]");
    assertThat(journal.calls().getLast().body()).hasSize(Call.MAX_BODY_CHARS);
  }

  @Test
  void theOldestCallsGoWhenAllTogetherAreTooLong() {
    Journal journal = new Journal();
    Call call = call("/" + "p".repeat(4000), "b".repeat(Call.MAX_BODY_CHARS));
    int calls = Journal.MAX_CHARS / call.chars() + 3;
    for (int i = 0; i < calls; i++) {
      journal.add(call);
    }

    assertThat(journal.calls()).hasSize(calls - 3);
    assertThat(journal.count(ACCESS_TOKEN)).isEqualTo(calls);
    journal.clear();
    journal.add(call);
    assertThat(journal.calls()).hasSize(1);
  }

  private static Call call(String path, String body) {
    return new Call(Instant.EPOCH, ACCESS_TOKEN, "POST", path, Map.of(), body, OptionalInt.empty());
  }
}
