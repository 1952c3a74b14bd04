package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may use the cookie that a browser attaches by itself. */
class CsrfTest {
  private static final String SHOP = "https://shop.example";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.allowedOrigins(SHOP)
              .identity(
                  """
                  identity:
                    modes: [guest]
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """));

  /** A request with these headers, where "own" stands for the server's origin. */
  private static HttpResponse<String> send(String method, String origin, String site)
      throws Exception {
    HttpRequest.Builder request = SERVER.http().request(method, "/token");
    if (!origin.equals("-")) {
      String own = "http://127.0.0.1:" + SERVER.http().port();
      request.header("origin", origin.replace("own", own));
    }
    if (!site.equals("-")) {
      request.header("sec-fetch-site", site);
    }
    return SERVER.http().send(request);
  }

  @ParameterizedTest(name = "{0} with origin {1} and site {2}: {3}")
  @CsvSource({
    "GET,-,-,what is no browser",
    "POST,-,-,what is no browser",
    "GET,-,same-origin,fetch on our own page",
    "GET,-,none,typed into the address bar",
    "POST,own,same-origin,fetch on our own page",
    "POST,own,-,the same in an older browser",
    "GET,https://shop.example,cross-site,fetch on a listed page",
    "POST,https://shop.example,cross-site,fetch on a listed page",
    "POST,https://shop.example,same-site,fetch on a listed neighbour",
    "POST,https://shop.example,-,the same in an older browser",
  })
  void theseMayUseTheCookie(String method, String origin, String site, String what)
      throws Exception {
    HttpResponse<String> answer = send(method, origin, site);

    assertThat(answer.statusCode()).as(what).isEqualTo(200);
    assertThat(answer.headers().firstValue("set-cookie")).isPresent();
  }

  @ParameterizedTest(name = "{0} with origin {1} and site {2}: {3}")
  @CsvSource({
    "GET,-,cross-site,a link or an image on a foreign page",
    "GET,-,same-site,a link or an image on a neighbour's page",
    "GET,-,'same-origin, cross-site',a list is no answer",
    "GET,-,sAme-origin,a word that browsers do not use",
    "GET,-,'',nothing",
    "POST,-,cross-site,a form in a browser that hides its origin",
    "POST,null,cross-site,a form in a sandboxed frame",
    "POST,https://evil.example,cross-site,fetch on a foreign page",
    "GET,https://evil.example,cross-site,fetch on a foreign page",
    "POST,https://evil.shop.example,same-site,fetch on a neighbour's page",
    "POST,https://evil.example,same-origin,a page that lies as none can",
  })
  void theseMayNot(String method, String origin, String site, String what) throws Exception {
    HttpResponse<String> answer = send(method, origin, site);

    ProblemAnswer.of(answer, 403, "origin-not-allowed");
    assertThat(answer.headers().firstValue("set-cookie")).as(what).isEmpty();
    SERVER.assertNothingMinted();
  }

  @Test
  void aRepeatedSiteIsNone() throws Exception {
    ProblemAnswer.of(
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .request("GET", "/token")
                    .header("sec-fetch-site", "same-origin")
                    .header("sec-fetch-site", "cross-site")),
        403,
        "origin-not-allowed");
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void noFormCanSendABody(String type) throws Exception {
    ProblemAnswer.of(
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .request("POST", "/token")
                    .header("content-type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"userName\":\"x\"}"))),
        415,
        "unsupported-media-type");
    SERVER.assertNothingMinted();
  }

  @Test
  void modesWithoutCookiesLetNavigationsBe() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.allowedOrigins(SHOP))) {
      HttpResponse<String> answer =
          server.send(server.request("GET", "/token").header("sec-fetch-site", "cross-site"));
      ProblemAnswer.of(answer, 401, "not-authenticated");
    }
  }
}
