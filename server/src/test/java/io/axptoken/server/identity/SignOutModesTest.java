package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.Settings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reuse and sign-out by integration, and in the modes that need no name from the caller. */
class SignOutModesTest {
  private static final String REUSE = "tokens: { reuse: true }";
  private static final String KEY = "axpk_s3cr3t-shop";
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String GUESTS =
      "identity: { modes: [guest], guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] } }";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.of(SandboxOptions.defaults(), SignOutModesTest::settings);

  private static Settings settings(AxpSandbox sandbox) {
    SandboxAccount account = SandboxAccount.DEFAULT;
    return IntegrationsFile.of(sandbox.baseUri(), account)
        .and("red", sandbox.baseUri(), account, REUSE)
        .and("blue", sandbox.baseUri(), account, REUSE)
        .and("guests", sandbox.baseUri(), account, GUESTS, REUSE)
        .and("shop", sandbox.baseUri(), account, keys(), REUSE)
        .settings();
  }

  private static String keys() {
    return "identity: { modes: [apiKey], apiKey: { keys: { backend: @ } }, pseudonymize: @2 }"
        .replace("@2", "s3cr3t-of-the-pseudonyms-number-one")
        .replace("@", TestKeys.sha256(KEY));
  }

  private static HttpRequest.Builder request(String method, String integration, String json) {
    HttpRequest.Builder request =
        SERVER.http().request(method, "/integrations/" + integration + "/token");
    return json.isEmpty()
        ? request
        : request
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(json));
  }

  private static HttpResponse<String> send(String method, String integration, String json)
      throws Exception {
    return SERVER.http().send(request(method, integration, json));
  }

  private static HttpResponse<String> guest(String method, String cookie) throws Exception {
    return SERVER.http().send(request(method, "guests", "").header("cookie", cookie));
  }

  private static String setCookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("set-cookie").orElseThrow();
  }

  @Test
  void integrationsHandOutNothingOfOneAnother() throws Exception {
    String red = send("POST", "red", USER).body();

    assertThat(send("POST", "blue", USER).body()).isNotEqualTo(red);
    assertThat(send("POST", "red", USER).body()).isEqualTo(red);
  }

  @Test
  void aSignOutIsOfOneIntegration() throws Exception {
    String red = send("POST", "red", USER).body();
    String blue = send("POST", "blue", USER).body();
    assertThat(send("DELETE", "red", USER).statusCode()).isEqualTo(204);

    assertThat(send("POST", "blue", USER).body()).isEqualTo(blue);
    assertThat(send("POST", "red", USER).body()).isNotEqualTo(red);
  }

  @Test
  void withoutReuseEachTokenIsNewAndNobodyCanSignOut() throws Exception {
    assertThat(SERVER.http().postToken(USER).body())
        .isNotEqualTo(SERVER.http().postToken(USER).body());
    HttpResponse<String> answer = SERVER.http().send(SERVER.http().request("DELETE", "/token"));
    ProblemAnswer.of(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("allow")).hasValue("POST, GET, OPTIONS");
    HttpRequest.Builder preflight =
        SERVER.http().request("OPTIONS", "/token").header("origin", "https://www.example.com");
    assertThat(SERVER.http().send(preflight).headers().firstValue("access-control-allow-methods"))
        .hasValue("POST, GET, OPTIONS");
  }

  @Test
  void aBackendSignsItsUsersOutUnderTheirPseudonyms() throws Exception {
    HttpRequest.Builder ask = request("POST", "shop", USER).header("x-api-key", KEY);
    HttpRequest.Builder leave = request("DELETE", "shop", USER).header("x-api-key", KEY);
    String first = SERVER.http().send(ask).body();
    assertThat(SERVER.http().send(ask).body()).isEqualTo(first);

    assertThat(SERVER.http().send(leave).statusCode()).isEqualTo(204);
    assertThat(SERVER.http().send(ask).body()).isNotEqualTo(first);
  }

  @Test
  void whoProvesNothingSignsNobodyOut() throws Exception {
    HttpRequest.Builder ask = request("POST", "shop", USER).header("x-api-key", KEY);
    String first = SERVER.http().send(ask).body();

    ProblemAnswer.of(send("DELETE", "shop", USER), 401, "not-authenticated");
    HttpRequest.Builder wrong = request("DELETE", "shop", USER).header("x-api-key", KEY + "x");
    ProblemAnswer.of(SERVER.http().send(wrong), 401, "not-authenticated");
    assertThat(SERVER.http().send(ask).body()).isEqualTo(first);
  }

  @Test
  void aGuestWhoSignsOutIsForgottenByHisBrowserToo() throws Exception {
    HttpResponse<String> first = send("GET", "guests", "");
    String cookie = setCookie(first).replaceFirst(";.*", "");
    assertThat(guest("GET", cookie).body()).isEqualTo(first.body());
    HttpResponse<String> answer = guest("DELETE", cookie);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(setCookie(answer))
        .isEqualTo("axp-guest-guests=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    assertThat(guest("GET", cookie).body()).isNotEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "axp-guest-guests=", "axp-guest-guests=v1.junk", "other=1"})
  void whoIsNoGuestYetDoesNotBecomeOneBySigningOut(String cookie) throws Exception {
    HttpResponse<String> answer = guest("DELETE", cookie);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(setCookie(answer)).startsWith("axp-guest-guests=; ").contains("Max-Age=0");
    SERVER.assertNothingMinted();
  }

  @Test
  void aPageOfAnotherSiteCannotSignAGuestOut() throws Exception {
    HttpRequest.Builder request =
        request("DELETE", "guests", "").header("sec-fetch-site", "cross-site");

    HttpResponse<String> answer = SERVER.http().send(request);
    ProblemAnswer.of(answer, 403, "origin-not-allowed");
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }
}
