package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever tampers with a guest's cookie is a new guest: never the old one, and never an error. */
class CookieAttackTest {
  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.allowedOrigins("https://shop.example")
              .identity(
                  """
                  identity:
                    modes: [guest]
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """));

  private static HttpResponse<String> get(String cookie) throws Exception {
    return SERVER.http().send(SERVER.http().request("GET", "/token").header("cookie", cookie));
  }

  private static String latestId() {
    String body = SERVER.sandbox().journal().calls(Endpoint.END_USER_TOKEN).getLast().body();
    return new JsonObject(body).getString("customerId");
  }

  private static String value(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("set-cookie")
        .orElseThrow()
        .replaceFirst("axp-guest=([^;]*).*", "$1");
  }

  private static String newGuest() throws Exception {
    return value(SERVER.http().get("/token"));
  }

  @TestFactory
  List<DynamicTest> aForgedCookieMakesANewGuest() throws Exception {
    String good = newGuest();
    String[] parts = good.split("\\.", -1);
    String other = newGuest();
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put("another id under his signature", with(parts, 1, other.split("\\.", -1)[1]));
    attacks.put("a later date under the signature", with(parts, 2, "1999999999"));
    attacks.put("an earlier date under the signature", with(parts, 2, "1"));
    attacks.put("the signature of another guest", with(parts, 3, other.split("\\.", -1)[3]));
    attacks.put("no signature", parts[0] + "." + parts[1] + "." + parts[2] + ".");
    attacks.put("a signature of zeros", with(parts, 3, "A".repeat(43)));
    attacks.put("a longer signature", good + "A");
    attacks.put("a shorter signature", good.substring(0, good.length() - 1));
    attacks.put("another version", with(parts, 0, "v2"));
    attacks.put("version none", with(parts, 0, "none"));
    attacks.put("quotes around it", "\"" + good + "\"");
    attacks.put("percent signs in it", good.replace(".", "%2E"));
    attacks.put("nothing", "");
    attacks.put("only dots", "...");
    attacks.put("a name in place of the id", with(parts, 1, "admin"));
    attacks.put("a path in place of the id", with(parts, 1, "../../../../etc/passwd"));
    attacks.put("very much of it", (good + ".").repeat(40));
    return attacks.entrySet().stream()
        .map(attack ->
            DynamicTest.dynamicTest(attack.getKey(), () -> assertNewGuest(good, attack.getValue())))
        .toList();
  }

  private static void assertNewGuest(String good, String forged) throws Exception {
    get("axp-guest=" + good);
    String victim = latestId();

    HttpResponse<String> answer = get("axp-guest=" + forged);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(latestId()).startsWith("guest-").isNotEqualTo(victim);
    String fresh = value(answer);
    String freshId = latestId();

    HttpResponse<String> next = get("axp-guest=" + fresh);
    assertThat(next.headers().firstValue("set-cookie")).isEmpty();
    assertThat(latestId()).isEqualTo(freshId);
  }

  private static String with(String[] parts, int index, String value) {
    String[] changed = parts.clone();
    changed[index] = value;
    return String.join(".", changed);
  }

  @Test
  void junkBesideAGoodCookieDoesNoHarm() throws Exception {
    String good = newGuest();
    String id = latestId();

    for (String junk : List.of("axp-guest=junk", "axp-guest=", "axp-guest", "=", ";;;")) {
      get(junk + "; axp-guest=" + good);
      assertThat(latestId()).isEqualTo(id);
      get("axp-guest=" + good + "; " + junk);
      assertThat(latestId()).isEqualTo(id);
    }
  }

  @Test
  void theSameCookieTwiceIsOne() throws Exception {
    String good = newGuest();
    String id = latestId();

    assertThat(get("axp-guest=" + good + "; axp-guest=" + good).headers().firstValue("set-cookie"))
        .isEmpty();
    assertThat(latestId()).isEqualTo(id);
  }

  /** Else a neighbour host could slip his own guest to a visitor, and read along. */
  @Test
  void twoGoodCookiesOfDifferentGuestsAreNeither() throws Exception {
    String first = newGuest();
    String firstId = latestId();
    String second = newGuest();
    String secondId = latestId();

    HttpResponse<String> answer = get("axp-guest=" + first + "; axp-guest=" + second);
    assertThat(answer.headers().firstValue("set-cookie")).isPresent();
    assertThat(latestId()).isNotEqualTo(firstId).isNotEqualTo(secondId);
  }

  @Test
  void aCookieOfAnotherNameIsNotRead() throws Exception {
    String good = newGuest();
    String id = latestId();

    for (String name : List.of("AXP-GUEST", "axp-guest2", "__Host-axp-guest", "x=axp-guest")) {
      get(name + "=" + good);
      assertThat(latestId()).isNotEqualTo(id);
    }
  }
}
