package io.axptoken.sandbox.idp;

import static io.axptoken.sandbox.idp.App.answer;
import static io.axptoken.sandbox.idp.App.json;
import static io.axptoken.sandbox.idp.Verification.claims;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.RawCall;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class SignInTest {
  private final AxpSandbox sandbox;
  private final App app;

  SignInTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    app = new App(sandbox);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void whoeverIsPickedIsSignedIn() {
    HttpResponse<String> page = app.open(App.request());
    HttpResponse<String> back = app.press(page, "user", "user-1");
    JsonObject tokens = json(app.redeem(App.redemption(App.code(back))));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("location").orElse("")).startsWith(App.HOME + "&code=");
    assertThat(answer(back))
        .containsEntry("state", "a state & more")
        .containsEntry("iss", sandbox.identityProvider().issuer().toString());
    assertThat(claims(tokens.getString("access_token")).getString("sub")).isEqualTo("user-1");
    assertThat(claims(tokens.getString("access_token")).getString("client_id")).isEqualTo("shop");
    assertThat(claims(tokens.getString("id_token")).getString("aud")).isEqualTo("shop");
    assertThat(claims(tokens.getString("id_token")).getString("nonce")).isEqualTo("n-1");
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    assertThat(tokens.getInteger("expires_in")).isEqualTo(600);
  }

  @Test
  void oneMayNameAUser() {
    HttpResponse<String> back =
        app.press(app.open(App.request()), Map.of("user", "", "name", "Größte Kundin"));
    JsonObject tokens = json(app.redeem(App.redemption(App.code(back))));

    assertThat(claims(tokens.getString("id_token")).getString("name")).isEqualTo("Größte Kundin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "...", "\uD83D\uDE00"})
  void withoutANameThePageStays(String name) {
    HttpResponse<String> page =
        app.press(app.open(App.request()), Map.of("user", "", "name", name));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("pick a user");
  }

  @Test
  void oneMayCancel() {
    assertThat(answer(app.press(app.open(App.request()), "cancel", "yes")))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "a state & more")
        .doesNotContainKey("code");
  }

  @Test
  void thePageIsUnmistakableAndHarmless() {
    Map<String, String> request = App.request();
    request.put("client_id", "<script>alert(1)</script>");
    request.put("state", "\"><b>");

    HttpResponse<String> page = app.open(request);

    assertThat(page.body())
        .contains("This is no real sign-in", "user-1", "user-2", "user-3")
        .contains("&lt;script&gt;", "&quot;&gt;&lt;b&gt;")
        .doesNotContain("<script", "<b>");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer(app.press(page, "cancel", "yes"))).containsKey("error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://localhost.evil.example/",
        "http://localhost@evil.example/",
        "http://user@localhost/",
        "http://127.0.0.1.evil.example/",
        "http://localhost/#fragment",
        "//localhost/",
        "javascript:alert(1)",
        "http://localhost:8080\\@evil.example/",
        "http://localhost/\r\nSet-Cookie: a=b",
        "com.example.app:/callback",
        ""
      })
  void noCodeGoesToAnotherMachine(String redirectUri) {
    Map<String, String> request = App.request();
    request.put("redirect_uri", redirectUri);

    HttpResponse<String> page = app.open(request);
    HttpResponse<String> picked = app.post("/authorize", with(request, "user", "user-1"));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(picked.statusCode()).isEqualTo(400);
    assertThat(picked.headers().firstValue("location")).isEmpty();
    assertThat(picked.body()).contains("redirect_uri must be one page on localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1/", "https://127.0.0.1:8443/a?b=c", "http://[::1]:3000/x"})
  void theOwnMachineHasManyNamesAndPorts(String redirectUri) {
    Map<String, String> request = App.request();
    request.put("redirect_uri", redirectUri);

    assertThat(app.press(app.open(request), "user", "user-1").headers().firstValue("location"))
        .hasValueSatisfying(location -> assertThat(location).startsWith(redirectUri));
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_mode, fragment, invalid_request",
    "client_id, '', invalid_request",
    "code_challenge, '', invalid_request",
    "code_challenge, tooshort, invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "prompt, none, login_required"
  })
  void whatIsWrongIsToldToTheApp(String parameter, String value, String error) {
    Map<String, String> request = with(App.request(), parameter, value);

    assertThat(answer(app.open(request)))
        .containsEntry("error", error)
        .containsEntry("state", "a state & more");
    assertThat(answer(app.post("/authorize", with(request, "user", "user-1"))))
        .containsEntry("error", error)
        .doesNotContainKey("code");
  }

  @Test
  void aParameterStandsThereOnce() {
    assertThat(answer(app.get("/authorize?" + App.form(App.request()) + "&state=2")))
        .containsEntry("error", "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Host: rebound.example"
      })
  void aForeignPagePicksNobody(String header) throws IOException {
    String body = App.form(with(App.request(), "user", "user-1"));
    String host = header.startsWith("Host") ? "" : "Host: 127.0.0.1\r\n";
    String request =
        "POST /sandbox/idp/authorize HTTP/1.1\r\n%s%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(host, header, body.length(), body);

    try (RawCall call = RawCall.of(sandbox, request)) {
      assertThat(call.read(Duration.ofSeconds(5)))
          .startsWith("HTTP/1.1 403 ")
          .doesNotContain("code=");
    }
  }

  @Test
  void signingOutLeadsBackToTheApp() {
    HttpResponse<String> back =
        app.get("/logout?state=s1&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fbye");
    HttpResponse<String> page =
        app.get("/logout?post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F");

    assertThat(back.headers().firstValue("location"))
        .hasValue("http://localhost:8080/bye?state=s1");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("location")).isEmpty();
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
