package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer says of itself to browsers and caches, errors included. */
class AnswerHeadersTest {
  private static final String SHOP = "https://shop.example";
  private static final String JSON = "Content-Type: application/json | Content-Length: ";

  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(s -> s.allowedOrigins(SHOP));

  private static Map<String, String> headers(String answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    head.lines()
        .skip(1)
        .forEach(line -> {
          int colon = line.indexOf(':');
          String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
          assertThat(headers.put(name, line.substring(colon + 2))).as("twice: " + name).isNull();
        });
    return headers;
  }

  /** Checks the headers that all answers share. */
  private static Map<String, String> checked(String answer, int status) {
    assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
    Map<String, String> headers = headers(answer);
    assertThat(headers)
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("cross-origin-resource-policy", "same-origin")
        .containsKey("x-request-id")
        .doesNotContainKeys("server", "x-powered-by", "via", "date");
    if (status != 204) {
      assertThat(headers)
          .containsEntry("cache-control", "no-store")
          .containsEntry(
              "content-type", status == 200 ? "application/json" : "application/problem+json");
    }
    return headers;
  }

  private static String ask(TestServer server, String line, String headers, String body)
      throws Exception {
    try (RawClient client = server.connect()) {
      String lines = headers.replace(" | ", "\r\n");
      return client.send(line + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n\r\n" + body).answer();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          POST /token => {"userId":"u1"} => 200
          GET /config => => 200
          OPTIONS /token => => 204
          POST /token => { => 400
          POST /token => {} => 400
          GET /token => => 401
          GET /nothing => => 404
          PUT /token => => 405
          DELETE /config => => 405
          """)
  void anAnswerToAnAllowedOriginCanBeReadByItAndIsKeptByNobody(String line, String body, int status)
      throws Exception {
    String text = body == null ? "" : body;
    Map<String, String> headers =
        checked(
            ask(SERVER.http(), line, "Origin: " + SHOP + " | " + JSON + text.length(), text),
            status);

    assertThat(headers).containsEntry("access-control-allow-origin", SHOP);
    assertThat(headers.get("vary")).startsWith("Origin");
    if (status != 204) {
      assertThat(headers.get("access-control-expose-headers"))
          .contains("Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST /token,Content-Type: text/plain,415",
    "POST /token,Content-Type: application/json | Content-Length: 99999,413",
    "POST /token,Origin: https://evil.example,403",
    "GET /config,Origin: null,403",
    "OPTIONS /token,Origin: https://evil.example,204",
    "GET /config,X: y,200"
  })
  void anAnswerToAnybodyElseVariesByOriginAndAllowsNothing(String line, String header, int status)
      throws Exception {
    Map<String, String> headers = checked(ask(SERVER.http(), line, header, ""), status);

    assertThat(headers.get("vary")).startsWith("Origin");
    assertThat(headers).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @CsvSource({"500,503", "401,502", "400,502", "429,503"})
  void troubleWithThePlatformIsKeptByNobody(int platform, int status) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(platform));
    String body = "{\"userId\":\"u1\"}";
    Map<String, String> headers =
        checked(
            ask(SERVER.http(), "POST /token", "Origin: " + SHOP + " | " + JSON + 15, body), status);

    assertThat(headers).containsEntry("access-control-allow-origin", SHOP);
  }

  @ParameterizedTest
  @CsvSource({
    "400,GET /config,Host: y",
    "400,GET /config,Transfer-Encoding: x",
    "400,GET /config,no colon",
    "431,GET /config,X: long",
    "414,GET /long,X: y"
  })
  void whatIsNoSoundHttpIsKeptByNobodyEither(int status, String line, String header)
      throws Exception {
    String tooLong = "x".repeat(30_000);
    Map<String, String> headers =
        checked(
            ask(SERVER.http(), line.replace("long", tooLong), header.replace("long", tooLong), ""),
            status);

    assertThat(headers).containsEntry("connection", "close");
  }

  @Test
  void oneTooManyIsKeptByNobody() throws Exception {
    Rate one = new Rate(1, Duration.ofHours(1));
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.limits(new LimitSettings(one, one, 1)))) {
      ask(server, "GET /token", "X: y", "");
      Map<String, String> headers = checked(ask(server, "GET /token", "X: y", ""), 429);

      assertThat(headers).containsKeys("retry-after", "ratelimit", "ratelimit-policy");
    }
  }
}
