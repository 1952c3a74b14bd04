package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.Pem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /health} tells of each part, and that nobody learns more from it. */
class HealthDetailsTest {
  private static final String USER = "{\"userId\":\"cust0mer-1\"}";

  @RegisterExtension static final WholeServer PLATFORM = WholeServer.usual();

  @TempDir static Path folder;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(PLATFORM.sandbox());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject health(TestServer of, int status) throws Exception {
    HttpResponse<String> answer = of.probe("/health");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    return new JsonObject(answer.body());
  }

  private JsonObject integration() throws Exception {
    return part(health(server, 200), "integrations", "default");
  }

  private static JsonObject part(JsonObject health, String... path) {
    JsonObject part = health.getJsonObject("parts");
    for (String name : path) {
      part = part.getJsonObject(name);
    }
    return part;
  }

  @Test
  void aServerThatWorksSaysSoOfEachPart() throws Exception {
    server.postToken(USER);

    JsonObject health = health(server, 200);
    assertThat(health.getString("status")).isEqualTo("UP");
    assertThat(health.getString("stage")).isEqualTo("ready");
    assertThat(health.getString("version")).isNotEmpty();
    assertThat(Instant.parse(health.getString("startedAt"))).isBefore(Instant.now());
    assertThat(health.getLong("uptimeSeconds")).isBetween(0L, 60L);
    assertThat(part(health, "listener"))
        .isEqualTo(
            new JsonObject().put("status", "UP").put("scheme", "http").put("port", server.port()));
    assertThat(part(health, "reload")).isEqualTo(new JsonObject().put("status", "UP"));
    JsonObject integration = part(health, "integrations", "default");
    assertThat(integration.fieldNames()).containsExactly("status", "accessToken", "breaker");
    assertThat(integration.getString("breaker")).isEqualTo("closed");
    JsonObject token = integration.getJsonObject("accessToken");
    assertThat(token.getString("state")).isEqualTo("valid");
    assertThat(Instant.parse(token.getString("expiresAt")))
        .isAfter(Instant.parse(token.getString("obtainedAt")));
  }

  @Test
  void aSickPlatformIsToldOfAndTheServerStaysInService() throws Exception {
    server.postToken(USER);
    PLATFORM.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));
    server.postToken(USER);

    assertThat(health(server, 200).getString("status")).isEqualTo("DEGRADED");
    JsonObject failure = integration().getJsonObject("lastFailure");
    assertThat(failure.fieldNames()).containsExactly("kind", "call", "at", "over");
    assertThat(failure.getString("kind")).isEqualTo("platform-unavailable");
    assertThat(failure.getString("call")).isEqualTo("end-user-token");
    assertThat(Instant.parse(failure.getString("at"))).isBeforeOrEqualTo(Instant.now());
    assertThat(server.probe("/health/ready").statusCode()).isEqualTo(200);

    PLATFORM.sandbox().reset();
    server.postToken(USER);
    assertThat(health(server, 200).getString("status")).isEqualTo("UP");
    assertThat(integration().getJsonObject("lastFailure").getBoolean("over")).isTrue();
  }

  @Test
  void anOpenBreakerIsToldOf() throws Exception {
    PLATFORM.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));
    for (int i = 0; i < 12; i++) {
      server.postToken(USER);
    }
    assertThat(integration().getString("breaker")).isIn("open", "half-open");
    assertThat(integration().getString("status")).isEqualTo("DEGRADED");
  }

  @Test
  void rejectedCredentialsAreToldOfByTheirKind() throws Exception {
    try (TestServer wrong =
        TestServer.start(PLATFORM.sandbox(), s -> s.clientSecret("s3cr3t-wrong"))) {
      wrong.postToken(USER);

      JsonObject integration = part(health(wrong, 200), "integrations", "default");
      assertThat(integration.getString("status")).isEqualTo("DEGRADED");
      assertThat(integration.getJsonObject("accessToken").getString("state")).isEqualTo("none");
      assertThat(integration.getJsonObject("lastFailure").getString("kind"))
          .isEqualTo("platform-rejected-credentials");
    }
  }

  @Test
  void theCertificateIsToldOf() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity identity = pem.signedBy(pem.authority("CA"), Pem.KeyType.EC_P256);
    try (TestServer https =
        TestServer.start(
            PLATFORM.sandbox(), s -> s.https(identity.certificate(), identity.key()))) {
      JsonObject health = health(https, 200);
      Instant end = Instant.parse(part(health, "certificate").getString("notAfter"));
      assertThat(part(health, "certificate").getLong("daysLeft"))
          .isEqualTo(Duration.between(Instant.now(), end).toDays());
      assertThat(part(health, "listener").getString("scheme")).isEqualTo("https");
    }
  }

  @Test
  void theKeysOfAProviderAreToldOf() throws Exception {
    String issuer = PLATFORM.sandbox().identityProvider().issuer().toString();
    String yaml =
        "identity: { modes: [jwt], jwt: { issuer: \"%s\", audience: shop } }".formatted(issuer);
    PLATFORM.sandbox().identityProvider().keys();
    try (ConfiguredServer jwt = ConfiguredServer.start(PLATFORM.sandbox(), yaml)) {
      JsonObject keys = part(health(jwt.http(), 200), "identityKeys");
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!keys.encode().contains("fetchedAt") && System.nanoTime() < end) {
        keys = part(health(jwt.http(), 200), "identityKeys");
      }
      assertThat(keys.fieldNames()).hasSize(1);
      JsonObject only = keys.getJsonObject(keys.fieldNames().iterator().next());
      assertThat(only.getString("status")).isEqualTo("UP");
      assertThat(only.getInteger("keys")).isPositive();
      assertThat(Instant.parse(only.getString("fetchedAt"))).isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void nothingSecretOrPersonalStandsInIt() throws Exception {
    server.postToken(USER);
    PLATFORM.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.garbage());
    server.postToken(USER);

    var account = PLATFORM.sandbox().account();
    assertThat(server.probe("/health").body())
        .doesNotContainIgnoringCase("cust0mer")
        .doesNotContain(
            account.clientSecret(),
            account.appKey(),
            account.clientId(),
            account.accountId(),
            account.integrationId(),
            "jwt.",
            "eyJ",
            "Exception");
    assertThat(texts(health(server, 200)))
        .allMatch(text -> text.matches("[a-zA-Z0-9.:-]*"), "plain words and times");
  }

  private static Stream<String> texts(Object json) {
    return switch (json) {
      case JsonObject object ->
          object.getMap().keySet().stream().flatMap(name -> texts(object.getValue(name)));
      case JsonArray array -> array.stream().flatMap(HealthDetailsTest::texts);
      default -> Stream.of(json.toString());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "User-Agent: kube-probe/1.30",
        "User-Agent: GoogleHC/1.0",
        "X-Forwarded-Uri: /metrics",
        "X-Original-URL: /token",
        "X-HTTP-Method-Override: POST",
        "X-Forwarded-For: 127.0.0.1"
      })
  void noHeaderOpensAnythingElse(String header) throws Exception {
    for (String path : new String[] {"/", "/token", "/config", "/admin", "/health/../token"}) {
      assertThat(raw("GET " + path + " HTTP/1.1", "Host: x", header)).startsWith("HTTP/1.1 404 ");
    }
    assertThat(raw("POST /health HTTP/1.1", "Host: x", header, "Content-Length: 0"))
        .startsWith("HTTP/1.1 405 ");
    assertThat(new JsonObject(body(raw("GET /health HTTP/1.1", "Host: x", header))).fieldNames())
        .contains("parts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent: kube-probe/1.30", "User-Agent: GoogleHC/1.0", "Accept: */*"})
  void noHeaderMakesAProbeOfAPublicPath(String header) throws Exception {
    try (RawClient client = server.connect()) {
      String head = RawClient.head("GET /health HTTP/1.1", "Host: x", header);
      ProblemAnswer.ofRaw(client.send(head).answer(), 404, "not-found");
    }
    PLATFORM.assertNothingMinted();
  }

  private String raw(String... head) throws Exception {
    try (RawClient client = new RawClient(server.lifecycle().managementPort())) {
      return client.send(RawClient.head(head)).answer();
    }
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
