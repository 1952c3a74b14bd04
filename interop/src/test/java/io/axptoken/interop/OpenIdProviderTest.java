package io.axptoken.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mode jwt with an OpenID provider that others have written: mock-oauth2-server. */
class OpenIdProviderTest {
  private static final String ISSUER = "company";
  private static final String AUDIENCE = "axp-token-server";

  private final RotatingKeys keys = new RotatingKeys();
  private final HttpClient http = HttpClient.newHttpClient();
  private AxpSandbox sandbox;
  private MockOAuth2Server provider;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    sandbox = AxpSandbox.start();
    provider =
        new MockOAuth2Server(
            new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(keys),
                Set.of(),
                new NettyWrapper(null)));
    provider.start(InetAddress.getLoopbackAddress(), 0);
    server =
        RunningServer.start(
            sandbox,
            """
            identity:
              modes: [jwt]
              jwt: { issuer: "%s", audience: %s }
            """
                .formatted(provider.issuerUrl(ISSUER), AUDIENCE));
  }

  @AfterEach
  void stop() {
    server.close();
    provider.shutdown();
    sandbox.close();
    http.close();
  }

  @Test
  void whoSignedInThereGetsThePlatformsToken() throws Exception {
    assertThat(ask(token("user-1"))).isEqualTo(200);

    JsonObject sent =
        new JsonObject(sandbox.journal().calls(Endpoint.END_USER_TOKEN).getFirst().body());
    assertThat(sent.getString("customerId")).isEqualTo("user-1");
    assertThat(sent.getString("customerName")).isEqualTo("First Customer");
    assertThat(sent.getBoolean("verifiedCustomer")).isTrue();
  }

  @Test
  void aTokenThatTheProvidersOwnEndpointGaveIsGoodToo() throws Exception {
    String form =
        "grant_type=client_credentials&client_id=backend&client_secret=any&scope="
            + URLEncoder.encode(AUDIENCE, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(provider.tokenEndpointUrl(ISSUER).uri())
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();

    assertThat(ask(new JsonObject(answer).getString("access_token"))).isEqualTo(200);
  }

  @Test
  void aTokenForAnotherServiceOrFromAnotherIssuerIsRefused() throws Exception {
    String elsewhere = provider.issueToken(ISSUER, "user-1", "another-service").serialize();
    String foreign = provider.issueToken("stranger", "user-1", AUDIENCE).serialize();

    assertThat(List.of(ask(elsewhere), ask(foreign))).containsOnly(401);
    assertThat(sandbox.journal().calls(Endpoint.END_USER_TOKEN)).isEmpty();
  }

  @Test
  void aRotationOfTheProvidersKeyUnderLoadCostsNobodyAnError() throws Exception {
    // This provider withdraws the old key at once: no token is on its way while it does.
    ReadWriteLock onTheWay = new ReentrantReadWriteLock(true);
    ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch warm = new CountDownLatch(40);
    List<Future<?>> running = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 8; client++) {
        String user = "user-" + client;
        running.add(
            clients.submit(() -> {
              for (int i = 0; i < 30; i++) {
                onTheWay.readLock().lock();
                try {
                  answers.add(ask(token(user)));
                } finally {
                  onTheWay.readLock().unlock();
                }
                warm.countDown();
              }
              return null;
            }));
      }
      assertThat(warm.await(30, TimeUnit.SECONDS)).isTrue();
      onTheWay.writeLock().lock();
      try {
        keys.rotate();
      } finally {
        onTheWay.writeLock().unlock();
      }
      for (Future<?> client : running) {
        client.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(answers).hasSize(240).containsOnly(200);
  }

  private String token(String user) {
    return provider
        .issueToken(ISSUER, user, AUDIENCE, Map.of("name", "First Customer"))
        .serialize();
  }

  private int ask(String token) throws IOException, InterruptedException {
    URI uri = server.uri("/token");
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("authorization", "Bearer " + token).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
