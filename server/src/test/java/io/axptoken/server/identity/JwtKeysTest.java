package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.LogGuard;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the server comes by the keys of an identity provider, and what it does without. */
class JwtKeysTest {
  private AxpSandbox sandbox;
  private IdentityProvider provider;

  @BeforeEach
  void start() {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
    provider.keys();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aRotationOfKeysUnderLoadCostsNobodyAnError() throws Exception {
    try (ConfiguredServer server = discovering();
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
      var answers = new ConcurrentLinkedQueue<Integer>();
      List<Future<?>> running = new ArrayList<>();
      CountDownLatch warm = new CountDownLatch(40);
      CountDownLatch rotated = new CountDownLatch(1);
      for (int client = 0; client < 8; client++) {
        running.add(
            clients.submit(() -> {
              for (int i = 0; i < 40; i++) {
                answers.add(server.bearer(token()).statusCode());
                warm.countDown();
              }
              rotated.await(); // However quick they were: each sends a token of the new key.
              answers.add(server.bearer(token()).statusCode());
              return null;
            }));
      }
      assertThat(warm.await(20, TimeUnit.SECONDS)).isTrue();
      provider.rotateKeys();
      rotated.countDown();
      for (Future<?> client : running) {
        client.get(30, TimeUnit.SECONDS);
      }

      assertThat(answers).hasSize(328).containsOnly(200);
      assertThat(sandbox.journal().count(Endpoint.IDP_KEYS)).isEqualTo(2);
    }
  }

  @Test
  void integrationsOfOneProviderShareItsKeys() throws Exception {
    String yaml =
        discovery("[jwt]", provider.issuer())
            + "integrations: { sales: { identity: { jwt: { audience: sales } } } }\n";
    try (ConfiguredServer server = ConfiguredServer.start(sandbox, yaml)) {
      String sales = provider.tokenFor("user-1").claim("aud", "sales").sign();
      var request = server.http().request("GET", "/integrations/sales/token");

      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
      assertThat(server.bearer(sales).statusCode()).isEqualTo(401);
      assertThat(
              server.http().send(request.header("authorization", "Bearer " + sales)).statusCode())
          .isEqualTo(200);
      assertThat(sandbox.journal().count(Endpoint.IDP_KEYS)).isEqualTo(1);
    }
  }

  @Test
  void aServerThatStartsWithoutItsProviderIsReadyAndSaysWhatIsMissing(CapturedLogs logs)
      throws Exception {
    sandbox.faults().on(Endpoint.IDP_DISCOVERY).always(Fault.status(503));
    try (ConfiguredServer server = discovering()) {
      var answer = server.bearer(token());

      ProblemAnswer problem = ProblemAnswer.of(answer, 503, "identity-unavailable");
      assertThat(Integer.parseInt(problem.header("retry-after"))).isBetween(1, 30);
      assertThat(server.http().probe("/health/ready").statusCode()).isEqualTo(200);
      assertThat(logs.awaitMessage(line -> line.contains("127.0.0.1 could not be fetched")))
          .isTrue();
      assertThat(problem.detail()).doesNotContain("127.0.0.1", "keys");

      sandbox.faults().clear();
      assertThat(logs.awaitMessage(line -> line.contains("there again"))).isTrue();
      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anOutageIsSurvivedWithTheLastGoodKeys() throws Exception {
    try (ConfiguredServer server = discovering()) {
      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
      sandbox.faults().on(Endpoint.IDP_DISCOVERY).always(Fault.status(500));

      String unknown = provider.tokenFor("user-1").header("kid", "unknown").sign();
      assertThat(server.bearer(unknown).statusCode()).isEqualTo(401);

      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aWeakerModeDoesNotStepInWhileTheProviderIsDown() throws Exception {
    sandbox.faults().on(Endpoint.IDP_DISCOVERY).always(Fault.status(503));
    try (ConfiguredServer server =
        ConfiguredServer.start(sandbox, discovery("[jwt, claimed]", provider.issuer()))) {
      var answer = server.bearer(token(), "{\"userId\":\"user-1\"}");

      ProblemAnswer.of(answer, 503, "identity-unavailable");
      server.assertNothingMinted();
    }
  }

  @TestFactory
  List<DynamicTest> whatIsNoKeySetIsNotTakenForOne() {
    String elsewhere = provider.jwksUri().toString();
    return List.of(
        bad("an error", "HTTP status 404", Script.answer(404, "{}")),
        bad("a redirect to good keys", "HTTP status 302", redirect(elsewhere)),
        bad("where the redirect leads", elsewhere, redirect(elsewhere)),
        bad("a redirect with a quote", "x/\\u0022", redirect("https://x/\"")),
        bad("a compressed answer", "compressed", compressed()),
        bad("text", "no JWK set", Script.answer(200, "keys")),
        bad("no keys", "no JWK set", Script.answer(200, "{\"keys\":[]}")),
        bad("a secret key", "no JWK set", Script.answer(200, oct())),
        bad("a private key", "no JWK set", Script.answer(200, privateKey())),
        bad("a body without end", "larger than 512 KiB", Script.endlessBody()),
        bad("a body that breaks off", "connection broke", Script.truncate()),
        bad("a hang-up", "connection broke", Script.hangUp()),
        bad("silence", "did not come in time", Script.stall()));
  }

  @Test
  void aDiscoveryDocumentOfAnotherIssuerIsNotBelieved(CapturedLogs logs) throws Exception {
    String document =
        "{\"issuer\":\"https://evil.example\",\"jwks_uri\":\"%s\"}".formatted(provider.jwksUri());
    try (RawServer fake = RawServer.start(Script.answer(200, document));
        ConfiguredServer server =
            ConfiguredServer.start(sandbox, discovery("[jwt]", fake.uri("/realm")))) {
      assertThat(logs.awaitMessage(line -> line.contains("another issuer"))).isTrue();
      String token = provider.tokenFor("user-1").claim("iss", fake.uri("/realm").toString()).sign();

      ProblemAnswer.of(server.bearer(token), 503, "identity-unavailable");
    }
  }

  private static Script redirect(String location) {
    return Script.sendThenClose(
        "HTTP/1.1 302 Found\r\nlocation: " + location + "\r\ncontent-length: 0\r\n\r\n");
  }

  private static Script compressed() {
    return Script.sendThenClose(
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nkeys");
  }

  @Test
  void keysAsPlainTextBehindAByteOrderMarkAreTaken() throws Exception {
    String set = "\uFEFF" + provider.keys();
    Script text =
        Script.sendThenClose(
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: %d\r\n\r\n%s"
                .formatted(set.getBytes(StandardCharsets.UTF_8).length, set));
    try (RawServer keys = RawServer.start(text);
        ConfiguredServer server = ConfiguredServer.start(sandbox, jwks(keys))) {
      assertThat(server.bearer(token()).statusCode()).isEqualTo(200);
    }
  }

  private DynamicTest bad(String what, String told, Script script) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          CapturedLogs logs = LogGuard.captured();
          try (RawServer keys = RawServer.start(script);
              ConfiguredServer server = ConfiguredServer.start(sandbox, jwks(keys))) {
            assertThat(logs.awaitMessage(line -> line.contains(told))).isTrue();
            ProblemAnswer.of(server.bearer(token()), 503, "identity-unavailable");
          }
        });
  }

  private ConfiguredServer discovering() {
    return ConfiguredServer.start(sandbox, discovery("[jwt]", provider.issuer()));
  }

  private static String discovery(String modes, Object issuer) {
    return """
    identity:
      modes: %s
      jwt: { issuer: "%s", audience: axp-token-server }
    """
        .formatted(modes, issuer);
  }

  private String jwks(RawServer keys) {
    return """
    identity:
      modes: [jwt]
      jwt: { issuer: "%s", jwksUri: "%s", audience: axp-token-server }
    """
        .formatted(provider.issuer(), keys.uri("/keys"));
  }

  private String token() {
    return provider.tokenFor("user-1").sign();
  }

  private static String oct() {
    return "{\"keys\":[{\"kty\":\"oct\",\"k\":\"czNjcjN0LW9mLXRoaXJ0eS10d28tYnl0ZXMtMTIzNDU\"}]}";
  }

  /** An Ed25519 key with its private part. */
  private static String privateKey() {
    return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":"
        + "\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":"
        + "\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}]}";
  }
}
