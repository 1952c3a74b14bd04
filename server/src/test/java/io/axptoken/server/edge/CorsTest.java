package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cross-origin rules with a list of allowed origins. */
class CorsTest {
  private static final String SHOP = "https://shop.example";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.allowedOrigins(SHOP, "http://localhost:8080"));

  private static HttpResponse<String> from(String origin, String method, String path)
      throws Exception {
    var request =
        method.equals("POST")
            ? SERVER.http().tokenRequest("{\"userId\":\"u1\"}").uri(SERVER.http().uri(path))
            : SERVER.http().request(method, path);
    return SERVER.http().send(request.header("origin", origin));
  }

  private static void assertNoPermission(HttpResponse<String> answer) {
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
    assertThat(answer.headers().allValues("vary")).anyMatch(v -> v.contains("Origin"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/token,200",
    "GET,/config,200",
    "GET,/token,401",
    "GET,/nothing,404",
    "PUT,/token,405",
    "POST,/config,405"
  })
  void anAllowedOriginCanReadEveryAnswer(String method, String path, int status) throws Exception {
    for (String origin : List.of(SHOP, "http://localhost:8080")) {
      HttpResponse<String> answer = from(origin, method, path);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly(origin);
      assertThat(answer.headers().firstValue("vary")).hasValue("Origin");
      assertThat(answer.headers().firstValue("access-control-expose-headers").orElseThrow())
          .contains("X-Request-Id", "Retry-After");
      assertThat(answer.headers().firstValue("access-control-allow-credentials")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "https://shop.example.evil.example",
        "https://evilshop.example",
        "https://sub.shop.example",
        "https://shop.example:8443",
        "https://shop.example:443",
        "http://shop.example",
        "HTTPS://SHOP.EXAMPLE",
        "https://Shop.example",
        "https://shop.example/",
        "https://shop.example/path",
        "https://shop.example.",
        "https://shop.example, https://evil.example",
        "https://shop.example https://evil.example",
        "https://user@shop.example",
        "*",
        "shop.example",
        "http://localhost",
        "http://localhost:80801"
      })
  void anyOtherOriginIsRefusedBeforeAnythingIsMinted(String origin) throws Exception {
    for (String method : List.of("POST", "GET")) {
      HttpResponse<String> answer = from(origin, method, "/token");

      ProblemAnswer problem = ProblemAnswer.of(answer, 403, "origin-not-allowed");
      assertThat(problem.detail()).contains("server.allowedOrigins").doesNotContain(origin);
      assertNoPermission(answer);
    }
    assertNoPermission(from(origin, "GET", "/config"));
    assertNoPermission(from(origin, "GET", "/nothing"));
    assertThat(SERVER.sandbox().journal().calls()).isEmpty();
  }

  @Test
  void anEmptyOriginIsRefused() throws Exception {
    ProblemAnswer.of(from("", "POST", "/token"), 403, "origin-not-allowed");
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example,https://evil.example",
    "https://evil.example,https://shop.example",
    "https://shop.example,https://shop.example"
  })
  void severalOriginsAreRefused(String first, String second) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .tokenRequest("{\"userId\":\"u1\"}")
                    .header("origin", first)
                    .header("origin", second));

    ProblemAnswer.of(answer, 403, "origin-not-allowed");
    assertNoPermission(answer);
    SERVER.assertNothingMinted();
  }

  @Test
  void aRequestOfNoPageIsServedWithoutPermissions() throws Exception {
    HttpResponse<String> answer = SERVER.http().postToken("{\"userId\":\"u1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertNoPermission(answer);
  }

  @Test
  void aPageOfTheServerItselfIsServed() throws Exception {
    String own = "http://127.0.0.1:" + SERVER.http().port();

    assertThat(from(own, "POST", "/token").statusCode()).isEqualTo(200);
    assertThat(from(own, "GET", "/config").statusCode()).isEqualTo(200);
  }

  @Test
  void theSameHostByAnotherSchemeOrPortIsForeign() throws Exception {
    int port = SERVER.http().port();
    for (String origin :
        List.of(
            "https://127.0.0.1:" + port,
            "http://127.0.0.1",
            "http://127.0.0.1:" + (port == 1024 ? 1025 : port - 1),
            "http://localhost:" + port)) {
      ProblemAnswer.of(from(origin, "POST", "/token"), 403, "origin-not-allowed");
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "", "http://null"})
  void withoutAHostNoOriginIsTheServersOwn(String origin) throws Exception {
    for (String host : List.of("", "Host: \r\n")) {
      try (RawClient client = SERVER.http().connect()) {
        String answer =
            client.send("GET /token HTTP/1.0\r\n" + host + "Origin: " + origin + "\r\n\r\n").rest();
        assertThat(answer).contains(" 403 ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:3000,401",
    "127.0.0.1:3000,401",
    "192.0.2.7,401",
    "[::1]:3000,401",
    "rebound.example:3000,403",
    "rebound.example,403",
    "127.0.0.1.rebound.example:3000,403",
    "localhost.rebound.example:3000,403",
    "localhost.:3000,403"
  })
  void aNameThatAnybodyMayPointHereIsNotTheServersOwn(String host, int status) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.head("GET /token HTTP/1.1", "Host: " + host, "Origin: http://" + host));

      assertThat(client.answer()).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @Test
  void withAnEmptyListOnlyTheServersOwnPagesAreServed() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox(), TestSettings::allowedOrigins)) {
      var foreign = server.tokenRequest("{\"userId\":\"u1\"}").header("origin", SHOP);
      ProblemAnswer.of(server.send(foreign), 403, "origin-not-allowed");
      SERVER.assertNothingMinted();

      var own =
          server
              .tokenRequest("{\"userId\":\"u1\"}")
              .header("origin", "http://127.0.0.1:" + server.port());
      assertThat(server.send(own).statusCode()).isEqualTo(200);
      assertThat(server.postToken("{\"userId\":\"u1\"}").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
  void withAnyOriginAllowedEveryPageMayRead(String origin) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      for (var request :
          List.of(
              server.tokenRequest("{\"userId\":\"u1\"}"),
              server.tokenRequest("{}"),
              server.request("GET", "/config"),
              server.request("GET", "/nothing"))) {
        HttpResponse<String> answer = server.send(request.header("origin", origin));
        assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly("*");
        assertThat(answer.headers().firstValue("vary")).isEmpty();
      }
    }
  }
}
