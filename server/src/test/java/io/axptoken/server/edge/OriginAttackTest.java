package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Pages that pass themselves off as allowed ones, each over a connection of its own and with a
 * cookie that would count: nothing is minted, no cookie is set, and nobody may read the answer.
 */
class OriginAttackTest {
  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.allowedOrigins(
                  "https://shop.example",
                  "https://shop.example:8443",
                  "https://xn--lden-5qa.example")
              .identity(
                  """
                  identity:
                    modes: [guest]
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """));

  /** Attacks by their names: header lines, each ended by CRLF, with @PORT for the server's own. */
  private static Map<String, String> attacks() {
    Map<String, String> attacks = new LinkedHashMap<>();
    origin(attacks, "a sandboxed frame or a local file", "null");
    origin(attacks, "null in capitals", "NULL");
    origin(attacks, "no value", "");
    origin(attacks, "a wildcard", "*");
    origin(
        attacks,
        "an allowed name as a prefix of the attacker's",
        "https://shop.example.evil.example");
    origin(attacks, "an allowed name as a suffix of the attacker's", "https://evilshop.example");
    origin(attacks, "a subdomain", "https://evil.shop.example");
    origin(attacks, "the domain above", "https://example");
    origin(attacks, "a dot at the end", "https://shop.example.");
    origin(attacks, "another scheme", "http://shop.example");
    origin(attacks, "a scheme of its own", "https+evil://shop.example");
    origin(attacks, "no scheme", "shop.example");
    origin(attacks, "a scheme alone", "https://");
    origin(attacks, "another port", "https://shop.example:444");
    origin(attacks, "the usual port, which browsers leave out", "https://shop.example:443");
    origin(attacks, "an allowed port with a digit more", "https://shop.example:84430");
    origin(attacks, "an empty port", "https://shop.example:");
    origin(attacks, "a port that is none", "https://shop.example:@evil.example");
    origin(attacks, "capitals in the host", "https://SHOP.example");
    origin(attacks, "capitals in the scheme", "HTTPS://shop.example");
    origin(attacks, "a host in Unicode instead of punycode", "https://l\u00e4den.example");
    origin(attacks, "punycode in capitals", "https://XN--LDEN-5QA.example");
    origin(attacks, "punycode that looks alike", "https://xn--shp-fka.example");
    origin(attacks, "a letter that looks alike", "https://sh\u043ep.example");
    origin(attacks, "a user name before the attacker's host", "https://shop.example@evil.example");
    origin(attacks, "a user name before the allowed host", "https://evil.example@shop.example");
    origin(attacks, "a path", "https://shop.example/");
    origin(attacks, "a query", "https://shop.example?evil.example");
    origin(attacks, "a fragment", "https://evil.example#https://shop.example");
    origin(attacks, "a backslash", "https://evil.example\\@shop.example");
    origin(attacks, "percent signs", "https://shop%2eexample");
    origin(attacks, "a blank inside", "https://shop.example https://evil.example");
    origin(attacks, "a list", "https://shop.example, https://evil.example");
    origin(attacks, "an underscore for the dot", "https://shop_example");
    origin(attacks, "a longer one than any", "https://" + "a".repeat(4000) + ".shop.example");
    attacks.put("two headers, the allowed one first", twoOrigins("shop.example", "evil.example"));
    attacks.put("two headers, the allowed one last", twoOrigins("evil.example", "shop.example"));
    attacks.put(
        "a foreign origin that calls itself same-origin",
        "Origin: https://evil.example\r\nSec-Fetch-Site: same-origin\r\n");
    attacks.put(
        "a name of the attacker's that he pointed at this server",
        "Origin: http://evil.example:@PORT\r\n");
    attacks.put(
        "forwarding headers of nobody we trust",
        lines(
            "Origin: https://evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example"));
    attacks.put(
        "the same by the standard",
        "Origin: https://evil.example\r\nForwarded: proto=https;host=evil.example\r\n");
    attacks.put("no origin, as of an image on a foreign page", "Sec-Fetch-Site: cross-site\r\n");
    attacks.put("a link on a foreign page", navigation("cross-site"));
    attacks.put("a link on a neighbour's page", navigation("same-site"));
    return attacks;
  }

  private static String lines(String... headers) {
    return String.join("\r\n", headers) + "\r\n";
  }

  private static String navigation(String site) {
    return lines("Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate");
  }

  private static void origin(Map<String, String> attacks, String name, String origin) {
    attacks.put(name, "Origin: " + origin + "\r\n");
  }

  private static String twoOrigins(String first, String second) {
    return "Origin: https://" + first + "\r\nOrigin: https://" + second + "\r\n";
  }

  @TestFactory
  List<DynamicTest> aPageThatPassesItselfOffGetsNothing() {
    return attacks().entrySet().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> assertRefused(attack)))
        .toList();
  }

  private static void assertRefused(Map.Entry<String, String> attack) throws Exception {
    int port = SERVER.http().port();
    boolean rebound = attack.getKey().startsWith("a name of the attacker's");
    String host = rebound ? "evil.example:" + port : "127.0.0.1:" + port;
    String headers = attack.getValue().replace("@PORT", Integer.toString(port));
    SERVER.sandbox().journal().clear();
    String cookie = newGuest();
    SERVER.sandbox().journal().clear();

    for (String method : List.of("GET", "POST")) {
      String answer =
          ask(
              method
                  + " /token HTTP/1.1\r\nHost: "
                  + host
                  + "\r\nCookie: "
                  + cookie
                  + "\r\n"
                  + headers
                  + "Content-Length: 0\r\n\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 403 ")
          .contains("/problems/origin-not-allowed")
          .doesNotContainIgnoringCase("\r\nset-cookie:")
          .doesNotContainIgnoringCase("\r\naccess-control-");
    }
    SERVER.assertNothingMinted();
  }

  @TestFactory
  List<DynamicTest> thePagesThatAreAllowedGetTheirs() {
    return List.of(
            "https://shop.example", "https://shop.example:8443", "https://xn--lden-5qa.example")
        .stream()
        .map(origin ->
            DynamicTest.dynamicTest(
                origin,
                () ->
                    assertThat(
                            ask("GET /token HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\n\r\n"))
                        .startsWith("HTTP/1.1 200 ")
                        .containsIgnoringCase("\r\naccess-control-allow-origin: " + origin + "\r\n")
                        .containsIgnoringCase("\r\naccess-control-allow-credentials: true\r\n")))
        .toList();
  }

  private static String newGuest() throws Exception {
    return SERVER
        .http()
        .get("/token")
        .headers()
        .firstValue("set-cookie")
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  private static String ask(String request) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      return client.send(request).answer();
    }
  }
}
