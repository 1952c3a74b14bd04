package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told before it sends a request across origins. */
class PreflightTest {
  private static final String SHOP = "https://shop.example";

  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(s -> s.allowedOrigins(SHOP).chatSdkEndpoint());

  private static HttpResponse<String> preflight(
      TestServer server, String path, @Nullable String origin, String headers) throws Exception {
    var request =
        server
            .request("OPTIONS", path)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", headers);
    if (origin != null) {
      request.header("origin", origin);
    }
    return server.send(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/config", "/v1/getJWT"})
  void anAllowedOriginIsToldWhatItMay(String path) throws Exception {
    HttpResponse<String> answer = preflight(SERVER.http(), path, SHOP, "content-type,x-mine");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(SHOP);
    assertThat(answer.headers().firstValue("access-control-allow-methods"))
        .isEqualTo(answer.headers().firstValue("allow"));
    assertThat(answer.headers().firstValue("access-control-allow-headers"))
        .hasValue("content-type,x-mine");
    assertThat(answer.headers().firstValue("access-control-max-age")).hasValue("3600");
    assertThat(String.join(", ", answer.headers().allValues("vary")))
        .contains("Origin", "Access-Control-Request-Headers");
  }

  @Test
  void aRefusedOneIsCountedAndSaidWithTheSettingToChange(CapturedLogs logs) throws Exception {
    String origin = "https://forgotten.example";
    double before = refusals();

    preflight(SERVER.http(), "/token", origin, "content-type");
    preflight(SERVER.http(), "/token", origin, "content-type");

    assertThat(refusals()).isEqualTo(before + 2);
    assertThat(logs.messages(Level.WARNING))
        .filteredOn(line -> line.contains(origin))
        .singleElement()
        .asString()
        .startsWith("A browser asked for a page of " + origin)
        .contains("list its origin in server.allowedOrigins");
  }

  private static double refusals() throws Exception {
    return Scrape.of(SERVER.http())
        .series()
        .getOrDefault(
            "axp_tokens_refused_total{integration=\"default\",reason=\"origin-not-allowed\"}", 0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "https://shop.example:444"})
  void aRefusedOriginIsToldNothing(String origin) throws Exception {
    HttpResponse<String> answer = preflight(SERVER.http(), "/token", origin, "content-type");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
    assertThat(answer.headers().firstValue("vary").orElseThrow()).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a,,b", ",", "a,", "x: y", "<script>", "é", "a;b", "a\u0001b", "(a)"})
  void malformedHeaderNamesAreNotReflected(String requested) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answer =
          client
              .send(
                  "OPTIONS /token HTTP/1.1\r\nHost: x\r\nOrigin: "
                      + SHOP
                      + "\r\nAccess-Control-Request-Method: POST\r\n"
                      + "Access-Control-Request-Headers: "
                      + requested
                      + "\r\n\r\n")
              .head();
      if (answer.startsWith("HTTP/1.1 400")) {
        return;
      }
      assertThat(answer)
          .startsWith("HTTP/1.1 204")
          .containsIgnoringCase(
              "\r\naccess-control-allow-headers: Authorization, Content-Type\r\n");
    }
  }

  @Test
  void tooManyHeaderNamesAreNotReflected() throws Exception {
    String many = "x-a" + ",x-a".repeat(200);

    assertThat(
            preflight(SERVER.http(), "/token", SHOP, many)
                .headers()
                .firstValue("access-control-allow-headers"))
        .hasValue("Authorization, Content-Type");
  }

  @Test
  void withAnyOriginAllowedTheReferencesStarIsAnswered() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      for (@Nullable String origin : new @Nullable String[] {SHOP, "null", null}) {
        HttpResponse<String> answer = preflight(server, "/token", origin, "content-type");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
        assertThat(answer.headers().firstValue("access-control-max-age")).hasValue("3600");
      }
    }
  }

  @Test
  void aPreflightForNothingIsNotFound() throws Exception {
    ProblemAnswer.of(preflight(SERVER.http(), "/nothing", SHOP, "a"), 404, "not-found");
  }

  @Test
  void aPreflightReachesNoPlatform() throws Exception {
    for (String origin : List.of(SHOP, "https://evil.example")) {
      preflight(SERVER.http(), "/token", origin, "content-type");
    }
    assertThat(SERVER.sandbox().journal().calls()).isEmpty();
  }
}
