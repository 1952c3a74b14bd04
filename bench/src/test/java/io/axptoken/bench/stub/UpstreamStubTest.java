package io.axptoken.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamStubTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  private final UpstreamStub stub;
  private final Thread thread;

  UpstreamStubTest() throws IOException {
    stub = new UpstreamStub(0, Wire.PLAIN, NOW);
    thread = Thread.ofPlatform().unstarted(stub);
  }

  @BeforeEach
  void start() {
    thread.start();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    stub.close();
    thread.join();
  }

  @Test
  void theAccessTokenCallIsAnsweredAsThePlatformDoes() throws Exception {
    HttpResponse<String> answer =
        post(UpstreamStub.ACCESS_TOKEN_PATH, "grant_type=client_credentials");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).contains("\"expires_in\":900");
    assertThat(value(answer.body(), "access_token").split("\\.", -1)).hasSize(3);
  }

  @Test
  void anEndUserTokenHasFourPartsARealisticLengthAndAnExpiryToCome() throws Exception {
    HttpResponse<String> answer = post(UpstreamStub.END_USER_TOKEN_PATH, "{\"customerId\":\"u1\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    String[] parts = value(answer.body(), "jwtToken").split("\\.", -1);
    assertThat(parts).hasSize(4);
    assertThat(parts[0]).isEqualTo("jwt");
    assertThat(String.join(".", parts)).hasSizeBetween(650, 800);
    String claims = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
    assertThat(claims).contains("\"exp\":" + NOW.plusSeconds(12 * 3600).getEpochSecond());
  }

  @Test
  void callsAndConnectionsAreCounted() throws Exception {
    var _ = post(UpstreamStub.ACCESS_TOKEN_PATH, "");
    var _ = post(UpstreamStub.END_USER_TOKEN_PATH, "{}");
    var _ = post(UpstreamStub.END_USER_TOKEN_PATH, "{}");
    HttpRequest request = HttpRequest.newBuilder(uri(UpstreamStub.CALLS_PATH)).build();
    String counted = client.send(request, BodyHandlers.ofString()).body();
    assertThat(StubCalls.parse(counted)).isEqualTo(new StubCalls(1, 2, 1));
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    assertThat(post("/nowhere", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aCallerWhoTalksNonsenseIsCutOffAndTheNextOneServed() throws Exception {
    assertThat(answerTo("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")).isEmpty();
    assertThat(post(UpstreamStub.END_USER_TOKEN_PATH, "{}").statusCode()).isEqualTo(201);
  }

  private String answerTo(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stub.port());
        InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + stub.port() + path);
  }

  private static String value(String json, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(json);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
