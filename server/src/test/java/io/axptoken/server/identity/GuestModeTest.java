package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors whom a cookie knows again. */
class GuestModeTest {
  private static final String SHOP = "https://shop.example";
  private static final String FIRST = "s3cr3t-of-the-guests-number-one-0001";
  private static final String SECOND = "s3cr3t-of-the-guests-number-two-0002";
  private static final String VALUE = "v1\\.[\\w-]{22}\\.\\d{10}\\.[\\w-]{43}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(
          s -> s.allowedOrigins(SHOP).trustedProxies("127.0.0.1").identity(guest(FIRST)));

  private static String guest(String secrets) {
    return "identity: { modes: [guest], guest: { secrets: [" + secrets + "] } }";
  }

  private static HttpResponse<String> get(String... headers) throws Exception {
    return send(SERVER.http().request("GET", "/token"), headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    return SERVER.http().send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String setCookie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().allValues("set-cookie")).hasSize(1);
    return answer.headers().firstValue("set-cookie").orElseThrow();
  }

  /** The cookie as the browser sends it back. */
  private static String cookie(HttpResponse<String> answer) {
    return setCookie(answer).replaceFirst(";.*", "");
  }

  private static void assertNoCookie(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }

  /** The id of the user whom the latest token is for. */
  private static String latestId() {
    String body = SERVER.sandbox().journal().calls(Endpoint.END_USER_TOKEN).getLast().body();
    return new JsonObject(body).getString("customerId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void aNewVisitorIsAGuestWithARandomId(String method) throws Exception {
    HttpResponse<String> answer = send(SERVER.http().request(method, "/token"));

    assertThat(setCookie(answer))
        .matches("axp-guest=" + VALUE + "; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
    JsonObject user = SERVER.onlyEndUserBody();
    assertThat(user.getString("customerId")).matches("guest-[\\w-]{22}");
    assertThat(user.getBoolean("verifiedCustomer")).isFalse();
    assertThat(user.containsKey("customerIdentifiers")).isFalse();
    assertThat(user.containsKey("customerName")).isFalse();
  }

  @Test
  void theCookieBringsTheSameIdBackAndIsNotSetAgain() throws Exception {
    String cookie = cookie(get());
    String id = latestId();

    for (String method : new String[] {"GET", "POST"}) {
      HttpResponse<String> answer =
          send(SERVER.http().request(method, "/token"), "cookie", "a=b; " + cookie + "; c=d");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertNoCookie(answer);
      assertThat(latestId()).isEqualTo(id);
    }
  }

  @Test
  void aGuestMayTellHisNameAndNothingElse() throws Exception {
    SERVER
        .http()
        .postToken(
            "{\"userName\":\"Zoe\",\"verified\":true,"
                + "\"userIdentifiers\":{\"emailAddresses\":[\"cust0mer@shop.example\"]}}");

    JsonObject user = SERVER.onlyEndUserBody();
    assertThat(user.getString("customerName")).isEqualTo("Zoe");
    assertThat(user.getBoolean("verifiedCustomer")).isFalse();
    assertThat(user.containsKey("customerIdentifiers")).isFalse();
  }

  @Test
  void aGuestCannotNameHimself() throws Exception {
    for (String id : new String[] {"u1", "guest-AAAAAAAAAAAAAAAAAAAAAA"}) {
      HttpResponse<String> answer = SERVER.http().postToken("{\"userId\":\"" + id + "\"}");
      ProblemAnswer.of(answer, 403, "not-permitted");
      assertNoCookie(answer);
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @CsvSource({
    "http,no,no,axp-guest,Lax",
    "http,no,same-origin,axp-guest,Lax",
    "https,no,same-origin,__Host-axp-guest,Secure Lax",
    "https,no,none,__Host-axp-guest,Secure Lax",
    "https,https://shop.example,same-site,__Host-axp-guest,Secure Lax",
    "https,https://shop.example,cross-site,__Host-axp-guest,Secure None Partitioned",
    "https,https://shop.example,no,__Host-axp-guest,Secure None Partitioned",
    "http,https://shop.example,cross-site,axp-guest,Secure None Partitioned",
  })
  void theCookieIsSetAsTheRequestNeedsIt(
      String scheme, String origin, String site, String name, String attributes) throws Exception {
    var request = SERVER.http().request("GET", "/token").header("x-forwarded-proto", scheme);
    if (!origin.equals("no")) {
      request.header("origin", origin);
    }
    if (!site.equals("no")) {
      request.header("sec-fetch-site", site);
    }
    String set = setCookie(SERVER.http().send(request));

    assertThat(set).startsWith(name + "=v1.").contains("; Path=/; ", "; HttpOnly");
    assertThat(set.contains("; Secure")).isEqualTo(attributes.contains("Secure"));
    assertThat(set.contains("; Partitioned")).isEqualTo(attributes.contains("Partitioned"));
    assertThat(set).contains("; SameSite=" + (attributes.contains("None") ? "None" : "Lax"));
    assertThat(set).doesNotContainIgnoringCase("domain");
  }

  @Test
  void overHttpsOnlyTheCookieThatNoNeighbourCanSetIsRead() throws Exception {
    String plain = cookie(get());
    HttpResponse<String> answer = get("x-forwarded-proto", "https", "cookie", plain);

    assertThat(setCookie(answer)).startsWith("__Host-axp-guest=");
    HttpResponse<String> again = get("x-forwarded-proto", "https", "cookie", cookie(answer));
    assertNoCookie(again);
  }

  @Test
  void anEarlierSecretStillKnowsTheGuestWhoGetsANewCookie() throws Exception {
    String old = cookie(get());
    String id = latestId();

    try (TestServer rotated =
        TestServer.start(
            SERVER.sandbox(), s -> s.allowedOrigins(SHOP).identity(guest(SECOND + ", " + FIRST)))) {
      String renewed = cookie(rotated.send(rotated.request("GET", "/token").header("cookie", old)));
      assertThat(latestId()).isEqualTo(id);
      assertThat(renewed).isNotEqualTo(old);

      HttpResponse<String> again =
          rotated.send(rotated.request("GET", "/token").header("cookie", renewed));
      assertNoCookie(again);
      assertThat(latestId()).isEqualTo(id);
    }
  }
}
