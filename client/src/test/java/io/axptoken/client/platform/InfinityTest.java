package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfinityTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final FakeTransport transport = new FakeTransport();
  private final MutableClock clock = new MutableClock();
  private final TokenPlatform platform =
      new Infinity(Some.config().build(), transport, true, clock, clock::nanoTime);

  @Test
  void theTokenIsAskedForByOneFormWithoutApplicationKey() {
    platform.issueAndWait(USER.verified(true));

    TransportRequest request = transport.accessTokenCalls().getFirst();
    assertThat(request.uri())
        .hasToString("https://platform.test/auth/realms/ABCDEF/protocol/openid-connect/token");
    assertThat(request.headers())
        .containsOnly(
            Map.entry("content-type", "application/x-www-form-urlencoded"),
            Map.entry("accept", "application/json"));
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(text(request))
        .isEqualTo(
            "grant_type=custom_sdk_grant_type&client_id=some+client"
                + "&client_secret=s3cr3t+%26+more%3D&integrationId="
                + Some.INTEGRATION_ID
                + "&customerId=user-1");
  }

  @Test
  void nothingThatAUserIsCalledBreaksOutOfItsField() {
    platform.issueAndWait(
        EndUser.withId("a&client_id=b").named("=&%\"ë").identifiedBy("phoneNumbers", "+91 20 \"&"));

    assertThat(text(transport.accessTokenCalls().getFirst()))
        .endsWith(
            "&customerId=a%26client_id%3Db&customerName=%3D%26%25%22%C3%AB"
                + "&customerIdentifiers=%7B%22phoneNumbers%22%3A%5B%22%2B91+20+%5C%22%26%22%5D%7D");
  }

  @Test
  void theTokenSaysItselfWhenItEnds() {
    String jwt = Some.jwtUntil(clock.instant().plusSeconds(1234)).substring("jwt.".length());

    EndUserToken token = issued("{\"access_token\":\"" + jwt + "\",\"expires_in\":600}");

    assertThat(token.value()).isEqualTo(jwt);
    assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(1234));
  }

  @ParameterizedTest
  @CsvSource({"300, 300", "0, 600", "-5, 600", "1e9, 600", "null, 600", "\"300\", 300"})
  void aTokenThatDoesNotSayEndsAsItsAnswerSaysOrAfterTenMinutes(String told, int seconds) {
    EndUserToken token = issued("{\"access_token\":\"a.b.c\",\"expires_in\":" + told + "}");

    assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid email address john | identifiers.emailAddresses",
        "Invalid E-Mail address | identifiers.emailAddresses",
        "invalid phone number 0 | identifiers.phoneNumbers",
        "something else | identifiers"
      })
  void aBrokenRuleOfTheUsersIsToldInOurOwnWords(String detail, String field) {
    PlatformFailure failure =
        refusal(400, envelope("{\"title\":\"VALIDATION_FAILED\",\"detail\":\"" + detail + "\"}"));

    assertThat(failure).isInstanceOf(RejectedUser.class);
    RejectedUser rejected = (RejectedUser) failure;
    assertThat(rejected.violation().field()).isEqualTo(field);
    assertThat(rejected.violation().message()).startsWith("must ");
    assertThat(failure.toString()).doesNotContain(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"Resource Not Found\",\"status\":404,\"detail\":\"email\"}",
        "{\"title\":\"VALIDATION_FAILED\",\"detail\":\"invalid integration id\"}",
        "{\"title\":{\"title\":\"VALIDATION_FAILED\"}}",
        "{\"title\":\"VALIDATION_FAILED\",\"detail\":\"email\"",
        "{\"title\":\"VALIDATION_FAILED\"} and more",
        "VALIDATION_FAILED",
        "[]",
        ""
      })
  void whatIsNotClearlyTheUsersFaultIsARejectedRequest(String description) {
    assertThat(refusal(400, envelope(description))).isInstanceOf(RejectedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html></html>",
        "{\"error_description\":",
        "{\"error_description\":null}",
        "{\"error_description\":{\"title\":\"VALIDATION_FAILED\"}}",
        "{\"error\":[\"invalid_client\"]}",
        "{\"title\":\"VALIDATION_FAILED\"}"
      })
  void anyOtherBadRequestIsARejectedRequest(String body) {
    assertThat(refusal(400, body)).isInstanceOf(RejectedRequest.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"unauthorized_client\"}",
        "400 | {\"error\":\"invalid_client\"}",
        "401 | {\"error\":\"invalid_client\"}",
        "403 | {}",
        "404 | {\"error\":\"Realm does not exist\"}"
      })
  void whatConcernsTheClientIsAMatterOfCredentials(int status, String body) {
    assertThat(refusal(status, body)).isInstanceOf(RejectedCredentials.class);
  }

  @Test
  void theHintIsTheErrorsCodeAndTheProblemsTitleAndNothingFree() {
    assertThat(hint(envelope("{\"title\":\"Resource Not Found\",\"detail\":\"john\"}\n")))
        .isEqualTo("invalid_request: Resource Not Found");
    assertThat(hint(envelope("{\"title\":\"john@example.com\"}"))).isEqualTo("invalid_request");
    assertThat(hint(envelope("Missing parameter john"))).isEqualTo("invalid_request");
  }

  @Test
  void deepNestingIsNotFollowed() {
    String deep = "{\"a\":" + "[".repeat(10_000);

    assertThat(refusal(400, envelope(deep))).isInstanceOf(RejectedRequest.class);
  }

  @Test
  void aSecretThatCannotBeReadIsAConfigurationProblem() {
    PlatformConfig broken =
        Some.config()
            .clientSecret(() -> {
              throw new IllegalStateException("no such file");
            })
            .build();

    PlatformFailure failure =
        failureOf(TokenPlatform.infinity(broken, transport, clock).issue(USER));

    assertThat(failure).isInstanceOf(RejectedCredentials.class);
    assertThat(failure.trace().call()).isEqualTo(Call.END_USER_TOKEN);
    assertThat(transport.accessTokenCalls()).isEmpty();
  }

  @Test
  void aTransportThatFailsOddlyFailsTheCallAndNothingElse() {
    transport.onAccessToken(CompletableFuture.failedStage(new IllegalStateException("s3cr3t")));

    assertThat(failureOf(platform.issue(USER)).trace().cause()).isEqualTo(Cause.UNEXPECTED);
    assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
  }

  @Test
  void afterClosingNothingIsSent() {
    platform.close();

    assertThat(transport.closed()).isTrue();
    assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
    assertThat(transport.accessTokenCalls()).isEmpty();
  }

  @Test
  void aForeignTransportStaysOpen() {
    TokenPlatform.infinity(Some.config().build(), transport, clock).close();

    assertThat(transport.closed()).isFalse();
  }

  private static String envelope(String description) {
    String escaped = description.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "{\"error\":\"invalid_request\",\"error_description\":\"" + escaped + "\"}";
  }

  private String hint(String body) {
    return String.valueOf(refusal(400, body).trace().said());
  }

  private PlatformFailure refusal(int status, String body) {
    transport.onAccessToken(answer(status, body));
    return failureOf(platform.issue(USER));
  }

  private EndUserToken issued(String body) {
    transport.onAccessToken(answer(200, body));
    return platform.issueAndWait(USER);
  }

  private static String text(TransportRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }
}
