package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.config.Loaded;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.SettingsLoader;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server that is started with a configuration file as an operator writes it, and a sandbox. */
final class ConfiguredServer implements AutoCloseable {
  private final AxpSandbox sandbox;
  private final TestServer server;

  private ConfiguredServer(AxpSandbox sandbox, TestServer server) {
    this.sandbox = sandbox;
    this.server = server;
  }

  /** Starts a server with this file; account, platform and ports are the test's. */
  static ConfiguredServer start(AxpSandbox sandbox, String yaml) {
    awaitKeyOf(sandbox);
    return new ConfiguredServer(sandbox, TestServer.start(settings(sandbox, yaml)));
  }

  /** The sandbox makes its first key in the background; no test shall wait for that. */
  static void awaitKeyOf(AxpSandbox sandbox) {
    URI keys = sandbox.baseUri().resolve("/.well-known/jwks.json");
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.sendAsync(HttpRequest.newBuilder(keys).build(), BodyHandlers.discarding()).join();
    }
  }

  static Settings settings(AxpSandbox sandbox, String yaml) {
    try {
      Path file = Files.createTempFile("token-server", ".yaml");
      Files.writeString(file, yaml);
      Loaded<Settings> loaded = SettingsLoader.load(file, environment(sandbox), Map.of());
      Files.delete(file);
      assertThat(loaded).isInstanceOf(Loaded.Valid.class);
      return ((Loaded.Valid<Settings>) loaded).settings();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> environment(AxpSandbox sandbox) {
    SandboxAccount account = sandbox.account();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SERVER_PORT", "0");
    environment.put("SERVER_HOST", "127.0.0.1");
    environment.put("MANAGEMENT_PORT", "0");
    environment.put("AXP_HOST_NAME", sandbox.baseUri().toString());
    environment.put("AXP_ACCOUNT_ID", account.accountId());
    environment.put("AXP_INTEGRATION_ID", account.integrationId());
    environment.put("AXP_CLIENT_ID", account.clientId());
    environment.put("AXP_CLIENT_SECRET", account.clientSecret());
    environment.put("AXP_APP_KEY", account.appKey());
    environment.put("LIMITS_PER_ADDRESS", "1000000/min");
    environment.put("LIMITS_PER_USER", "1000000/min");
    environment.put("LIMITS_BURST", "100000");
    return environment;
  }

  TestServer http() {
    return server;
  }

  /** {@code GET /token} with a bearer token. */
  HttpResponse<String> bearer(String token) throws IOException, InterruptedException {
    return server.send(server.request("GET", "/token").header("authorization", "Bearer " + token));
  }

  /** {@code POST /token} with a bearer token and a body. */
  HttpResponse<String> bearer(String token, String json) throws IOException, InterruptedException {
    HttpRequest.Builder request = server.tokenRequest(json);
    return server.send(request.header("authorization", "Bearer " + token));
  }

  /** What the platform was asked for since the journal was emptied: exactly one user's token. */
  JsonObject onlyEndUser() {
    assertThat(sandbox.journal().calls(Endpoint.END_USER_TOKEN)).hasSize(1);
    return new JsonObject(sandbox.journal().calls(Endpoint.END_USER_TOKEN).getFirst().body());
  }

  void assertNothingMinted() {
    assertThat(sandbox.journal().calls(Endpoint.END_USER_TOKEN)).isEmpty();
  }

  @Override
  public void close() {
    server.close();
  }
}
