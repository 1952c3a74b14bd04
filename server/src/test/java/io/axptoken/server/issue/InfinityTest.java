package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The server before Infinity: what clients send and get, and what goes wrong. */
class InfinityTest {
  private static final String ID = "4b8a0c8e-5d3e-4c0f-9f6e-0a8f3f3f7f11";
  private static final String IDENTIFIERS =
      "{\"emailAddresses\":[\"john@example.com\"],\"phoneNumbers\":[\"+91 20 1234 5678\"]}";

  /** What the Infinity Omni SDK's web sample sends. */
  private static final String SAMPLE =
      "{\"userId\":\"" + ID + "\",\"userName\":\"John\",\"userIdentifiers\":" + IDENTIFIERS + "}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(settings -> settings.infinity().chatSdkEndpoint());

  @Test
  void theWebSamplesRequestBecomesOneCallToInfinity() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(SERVER.http().tokenRequest(SAMPLE).header("origin", "https://a.example"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("jwtToken"))
        .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(SERVER.sandbox().journal().calls()).hasSize(1);
    Call call = SERVER.sandbox().journal().calls(Endpoint.INFINITY_TOKEN).getFirst();
    assertThat(call.path()).isEqualTo("/auth/realms/INFNTY/protocol/openid-connect/token");
    assertThat(call.header("appkey")).isEmpty();
    assertThat(URLDecoder.decode(call.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "grant_type=custom_sdk_grant_type&client_id=infinity-client&client_secret=[REDACTED]"
                + "&integrationId="
                + SERVER.sandbox().infinityAccount().integrationId()
                + "&customerId="
                + ID
                + "&customerName=John&customerIdentifiers="
                + IDENTIFIERS);
  }

  @Test
  void theAnswerHasTheSameKeysWithAnEmptyAppKey() throws Exception {
    JsonObject answer = new JsonObject(SERVER.http().postToken(SAMPLE).body());

    assertThat(answer.fieldNames())
        .containsExactly(
            "jwtToken",
            "axpIntegrationId",
            "axpHostName",
            "fcmConnectorBaseUrl",
            "configId",
            "appKey",
            "callingRemoteAddress",
            "expiresAt");
    assertThat(answer.getString("appKey")).isEmpty();
    assertThat(answer.getString("axpIntegrationId"))
        .isEqualTo(SERVER.sandbox().infinityAccount().integrationId());
    JsonObject config = new JsonObject(SERVER.http().get("/config").body());
    assertThat(config.getString("appKey")).isEmpty();
    assertThat(config.getString("axpIntegrationId"))
        .isEqualTo(answer.getString("axpIntegrationId"));
  }

  @Test
  void anAppKeyThatIsConfiguredIsHandedToClientsAndNotSentUpstream() throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.infinity().appKey("for-clients"))) {
      assertThat(new JsonObject(server.postToken(SAMPLE).body()).getString("appKey"))
          .isEqualTo("for-clients");
      assertThat(SERVER.sandbox().journal().calls().getFirst().header("appkey")).isEmpty();
    }
  }

  @Test
  void theTokensOwnEndIsTold() throws Exception {
    SERVER
        .sandbox()
        .faults()
        .on(Endpoint.INFINITY_TOKEN)
        .next(Fault.earlyExpiry(Duration.ofSeconds(100)));

    assertThat(expiry(SERVER.http().postToken(SAMPLE)))
        .isBetween(Instant.now().plusSeconds(80), Instant.now().plusSeconds(110));
    assertThat(expiry(SERVER.http().postToken(SAMPLE)))
        .isBetween(Instant.now().plusSeconds(580), Instant.now().plusSeconds(610));
  }

  private static Instant expiry(HttpResponse<String> answer) {
    return Instant.parse(new JsonObject(answer.body()).getString("expiresAt"));
  }

  @ParameterizedTest
  @CsvSource({
    "/token, userId, userIdentifiers, emailAddresses",
    "/token, userId, userIdentifiers, phoneNumbers",
    "/v1/getJWT, customerId, customerIdentifiers, emailAddresses"
  })
  void anIdentifierThatInfinityRefusesIsTheCallersToMend(
      String path, String id, String identifiers, String type, CapturedLogs logs) throws Exception {
    String body = "{\"%s\":\"u1\",\"%s\":{\"%s\":[\"john\"]}}".formatted(id, identifiers, type);
    HttpResponse<String> answer =
        SERVER.http().send(SERVER.http().tokenRequest(body).uri(SERVER.http().uri(path)));

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).endsWith("/constraint-violation");
    JsonArray violations = problem.getJsonArray("violations");
    assertThat(violations).hasSize(1);
    assertThat(violations.getJsonObject(0).getString("field")).isEqualTo(identifiers + "." + type);
    assertThat(violations.getJsonObject(0).getString("message")).startsWith("must be one valid");
    assertThat(answer.body()).doesNotContain("john", "VALIDATION_FAILED");
    assertThat(logs.messages(Level.INFO)).isEmpty();
  }

  static Stream<Arguments> wrongSettings() {
    return Stream.of(
        wrong("credentials", "axp.clientSecret", s -> s.clientSecret("other-s3cr3t")),
        wrong("credentials", "axp.clientId", s -> s.clientId("other")),
        wrong("credentials", "axp.accountId", s -> s.accountId("NOBODY")),
        wrong("request", "axp.platform", s -> s.accountId("SANDBX")),
        wrong(
            "request",
            "axp.integrationId",
            s -> s.integrationId("00000000-0000-4000-8000-000000000000")));
  }

  private static Arguments wrong(
      String problem, String setting, UnaryOperator<TestSettings> change) {
    return Arguments.of(problem, setting, change);
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void aWrongSettingIsNamedInTheLogAlone(
      String problem, String setting, UnaryOperator<TestSettings> change, CapturedLogs logs)
      throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), settings -> change.apply(settings.infinity()))) {
      HttpResponse<String> answer = server.postToken(SAMPLE);

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(new JsonObject(answer.body()).getString("type"))
          .endsWith("/platform-rejected-" + problem);
      assertThat(logs.messages(Level.SEVERE)).singleElement().asString().contains(setting);
      assertThat(answer.body()).doesNotContain("invalid_", "Not Found", "integration Id");
    }
  }

  static List<Arguments> troubles() {
    return List.of(
        Arguments.of(Fault.status(503), 503, "platform-unavailable"),
        Arguments.of(Fault.status(429), 503, "platform-busy"),
        Arguments.of(Fault.withoutToken(), 502, "platform-bad-answer"),
        Arguments.of(Fault.garbage(), 502, "platform-bad-answer"),
        Arguments.of(Fault.truncate(), 503, "platform-unavailable"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void troubleWithInfinityIsToldAsThatWithAxp(Fault fault, int status, String kind)
      throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox(), TestSettings::infinity)) {
      SERVER.sandbox().faults().on(Endpoint.INFINITY_TOKEN).always(fault);

      HttpResponse<String> answer = server.postToken(SAMPLE);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(new JsonObject(answer.body()).getString("type")).endsWith("/" + kind);
    }
  }

  @Test
  void anOlderAccountOfAxpIsServedByItsOwnPath() throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), settings -> settings.authPath(AuthPath.LEGACY))) {
      assertThat(server.postToken(SAMPLE).statusCode()).isEqualTo(200);

      Call call = SERVER.sandbox().journal().calls(Endpoint.ACCESS_TOKEN).getFirst();
      assertThat(call.path()).isEqualTo("/auth/realms/SANDBX/protocol/openid-connect/token");
      assertThat(call.header("appkey")).isEmpty();
    }
  }
}
