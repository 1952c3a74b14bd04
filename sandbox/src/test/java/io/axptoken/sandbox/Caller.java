package io.axptoken.sandbox;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A well-behaved client of a sandbox, whose calls a test can spoil one by one. */
public final class Caller implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final URI base;
  private final SandboxAccount account;

  public Caller(URI base, SandboxAccount account) {
    this.base = base;
    this.account = account;
  }

  public static Caller of(AxpSandbox sandbox) {
    return new Caller(sandbox.baseUri(), sandbox.account());
  }

  public URI accessTokenUri() {
    return base.resolve("/api/auth/v1/" + account.accountId() + "/protocol/openid-connect/token");
  }

  public URI endUserTokenUri() {
    return base.resolve("/api/digital/chat/v1/accounts/" + account.accountId() + "/tokens");
  }

  public String form() {
    return "grant_type=client_credentials&client_id="
        + account.clientId()
        + "&client_secret="
        + account.clientSecret();
  }

  public JsonObject endUser() {
    return new JsonObject().put("integrationId", account.integrationId()).put("customerId", "u1");
  }

  public HttpRequest.Builder accessTokenRequest() {
    return HttpRequest.newBuilder(accessTokenUri())
        .timeout(Duration.ofSeconds(20))
        .setHeader("appkey", account.appKey())
        .setHeader("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form()));
  }

  public HttpRequest.Builder endUserTokenRequest(String accessToken, String body) {
    return HttpRequest.newBuilder(endUserTokenUri())
        .timeout(Duration.ofSeconds(20))
        .setHeader("appkey", account.appKey())
        .setHeader("authorization", "Bearer " + accessToken)
        .setHeader("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public HttpResponse<String> askAccessToken() {
    return send(accessTokenRequest());
  }

  public HttpResponse<String> askAccessToken(UnaryOperator<HttpRequest.Builder> spoiling) {
    return send(spoiling.apply(accessTokenRequest()));
  }

  public String accessToken() {
    return json(askAccessToken()).getString("access_token");
  }

  public HttpResponse<String> askEndUserToken(String accessToken, String body) {
    return send(endUserTokenRequest(accessToken, body));
  }

  public HttpResponse<String> askEndUserToken() {
    return askEndUserToken(accessToken(), endUser().encode());
  }

  public String endUserToken(JsonObject user) {
    return json(askEndUserToken(accessToken(), user.encode())).getString("jwtToken");
  }

  public URI infinityTokenUri() {
    String accountId = SandboxAccount.DEFAULT_INFINITY.accountId();
    return base.resolve("/auth/realms/" + accountId + "/protocol/openid-connect/token");
  }

  public String infinityForm() {
    SandboxAccount infinity = SandboxAccount.DEFAULT_INFINITY;
    return "grant_type=custom_sdk_grant_type&client_id="
        + infinity.clientId()
        + "&client_secret="
        + infinity.clientSecret()
        + "&integrationId="
        + infinity.integrationId()
        + "&customerId=u1";
  }

  public HttpResponse<String> askInfinityToken() {
    return send(
        HttpRequest.newBuilder(infinityTokenUri())
            .timeout(Duration.ofSeconds(20))
            .setHeader("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(infinityForm())));
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)));
  }

  public HttpResponse<String> send(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
