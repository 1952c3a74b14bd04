package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.AxpSandbox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A server that sends messages, with the JDK alone, whose calls a test can spoil. */
final class Sender implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonObject account;
  private final URI base;

  Sender(AxpSandbox sandbox, String projectId) {
    account = new JsonObject(sandbox.firebase().serviceAccount(projectId));
    base = sandbox.firebase().baseUri();
  }

  static Sender of(AxpSandbox sandbox) {
    return new Sender(sandbox, Firebase.PROJECT);
  }

  JsonObject account() {
    return account;
  }

  JsonObject header() {
    return new JsonObject()
        .put("alg", "RS256")
        .put("typ", "JWT")
        .put("kid", account.getString("private_key_id"));
  }

  JsonObject claims(Instant now) {
    return new JsonObject()
        .put("iss", account.getString("client_email"))
        .put("scope", "https://www.googleapis.com/auth/firebase.messaging")
        .put("aud", account.getString("token_uri"))
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + 3600);
  }

  String sign(JsonObject header, JsonObject claims) {
    String input = encode(header.encode()) + "." + encode(claims.encode());
    try {
      byte[] key =
          Base64.getMimeDecoder()
              .decode(account.getString("private_key").replaceAll("-----.*-----", ""));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(input.getBytes(StandardCharsets.UTF_8));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> askGrant() {
    return askGrant(sign(header(), claims(Instant.now())));
  }

  HttpResponse<String> askGrant(String assertion) {
    String type =
        URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8);
    return postForm("grant_type=" + type + "&assertion=" + assertion);
  }

  HttpResponse<String> postForm(String form) {
    return send(
        HttpRequest.newBuilder(URI.create(account.getString("token_uri")))
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  String grant() {
    return new JsonObject(askGrant().body()).getString("access_token");
  }

  HttpResponse<String> push(String grant, JsonObject message) {
    return push(grant, new JsonObject().put("message", message).encode());
  }

  HttpResponse<String> push(String grant, String body) {
    return push(account.getString("project_id"), grant, body);
  }

  HttpResponse<String> push(String projectId, String grant, String body) {
    return send(request(projectId, body).setHeader("Authorization", "Bearer " + grant));
  }

  HttpRequest.Builder request(String projectId, String body) {
    return HttpRequest.newBuilder(base.resolve("/v1/projects/" + projectId + "/messages:send"))
        .timeout(Duration.ofSeconds(20))
        .setHeader("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonObject error(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getJsonObject("error");
  }

  /** The error code of the details, or null where there is none. */
  static @Nullable String errorCode(HttpResponse<String> answer) {
    return details(answer).stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("@type").endsWith("/google.firebase.fcm.v1.FcmError"))
        .map(each -> each.getString("errorCode"))
        .findFirst()
        .orElse(null);
  }

  static JsonArray details(HttpResponse<String> answer) {
    return error(answer).getJsonArray("details", new JsonArray());
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
