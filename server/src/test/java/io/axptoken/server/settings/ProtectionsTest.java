package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.schema.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which later value of a setting protects less, setting by setting. */
class ProtectionsTest {
  private static final String KEY = "s3cr3t-7".repeat(10);
  private static final String NEW_KEY = "s3cr3t-9".repeat(10);

  @TempDir Path folder = Path.of("");

  static boolean protects(Property<?> property) {
    return !property.protection().refused().startsWith("nothing");
  }

  private Protections load(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("token-server.yaml"), yaml);
    Loaded<Settings> loaded = SettingsLoader.load(file, Map.of(), Map.of());
    assertThat(loaded)
        .as("%s", loaded instanceof Loaded.Invalid(var problems, _) ? problems : "")
        .isInstanceOf(Loaded.Valid.class);
    return ((Loaded.Valid<Settings>) loaded).effective().protections();
  }

  private List<String> lost(String from, String to) throws Exception {
    assertThat(Whole.YAML).contains(from);
    return load(Whole.YAML).lostIn(load(Whole.YAML.replace(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1.0.0/16 | 10.0.0.0/15 | server.trustedProxies
          10.1.0.0/16 | 10.1.0.0/16, 10.3.0.1 | server.trustedProxies
          "https://www.example" | "https://www.example", "https://b.example" | server.allowedOrigins
          "https://shop.example" | "https://shop.example", "https://b.example" | strict.allowedOrigins
          enabled: true | enabled: false | audit.enabled
          addresses: none | addresses: network | audit.addresses
          addresses: none | addresses: full | audit.addresses
          clockSkew: 5 | clockSkew: 6 | strict.identity.jwt.clockSkew
          issuer: backend | issuer: other | strict.identity.jwt.issuer
          idp.example/keys | idp.example/key | strict.identity.jwt.jwksUri
          [tokens] | [tokens, more] | strict.identity.jwt.audience
          [tokens] | "*" | strict.identity.jwt.audience
          - shop | - bishop | strict.identity.jwt.authorizedParties
          - tokens:write | - tokens:read | strict.identity.jwt.scopes
          type: at+jwt | type: jwt | strict.identity.jwt.type
          [HS512, ES256] | [HS512, ES256, RS256] | strict.identity.jwt.algorithms
          [HS512, ES256] | [] | strict.identity.jwt.algorithms
          userId: oid, emailAddresses: "" | userId: oid | strict.identity.jwt.claims
          preset: alb | preset: headers | strict.identity.gateway.preset
          x-user | x-other | strict.identity.gateway.headers
          [gate] | [gate, more] | strict.identity.gateway.audience
          [gate] | [] | strict.identity.gateway.audience
          maxAge: 7d | maxAge: 8d | strict.identity.guest.maxAge
          10/min | 11/min | strict.limits.perAddress
          10/min | 1/s | strict.limits.perAddress
          perUser: 5/min | perUser: 301/h | strict.limits.perUser
          burst: 10 | burst: 11 | limits.burst
          jwtValidityInterval: 15 | jwtValidityInterval: 16 | axp.jwtValidityInterval
          modes: [jwt, gateway, apiKey, guest] | modes: [gateway, jwt, apiKey, guest] | strict.identity.modes
          modes: [jwt, gateway, apiKey, guest] | modes: [gateway, apiKey, guest] | strict.identity.modes
          modes: [guest] | modes: [claimed, guest] | identity.modes
          """)
  void isWeakerAndNamed(String from, String to, String key) throws Exception {
    assertThat(lost(from, to))
        .isNotEmpty()
        .first()
        .asString()
        .contains(key + " would protect less");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1.0.0/16 | 10.1.0.0/17
          10.1.0.0/16 | 10.1.2.3, 10.1.2.4
          ["https://www.example"] | []
          clockSkew: 5 | clockSkew: 4
          [HS512, ES256] | [HS512]
          maxAge: 7d | maxAge: 6d
          10/min | 9/min
          10/min | 600/h
          accountId: ABCDEF | accountId: FEDCBA
          clientSecret: s3cr3t-client | clientSecret: s3cr3t-another
          crm: 0f | crm: 1f
          modes: [jwt, gateway, apiKey, guest] | modes: [jwt, gateway, apiKey]
          """)
  void isNotWeaker(String from, String to) throws Exception {
    assertThat(lost(from, to)).isEmpty();
  }

  /** A server on its own, with these lines for its identity. */
  private static String server(String... identity) {
    return Whole.AXP + "identity:\n" + String.join("\n", identity).indent(2);
  }

  private static String jwt(String more) {
    String jwt = "jwt: { issuer: b, audience: a, secrets: [" + KEY + "], " + more + " }";
    return server("modes: [jwt]", jwt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scopes: [a, b] | scopes: [a, b, c]
          scopes: [] | scopes: [a]
          authorizedParties: [] | authorizedParties: [a]
          authorizedParties: [a, b] | authorizedParties: [a]
          type: "" | type: at+jwt
          algorithms: [] | algorithms: [HS256]
          """)
  void moreThatIsAskedForIsTakenAndNotGivenUpAgain(String now, String next) throws Exception {
    assertThat(load(jwt(now)).lostIn(load(jwt(next)))).isEmpty();
    assertThat(load(jwt(next)).lostIn(load(jwt(now)))).hasSize(1);
  }

  @Test
  void keysAreExchangedOneAfterTheOther() throws Exception {
    String both = jwt("clockSkew: 30").replace(KEY, KEY + ", " + NEW_KEY);
    String last = jwt("clockSkew: 30").replace(KEY, NEW_KEY);

    assertThat(load(jwt("clockSkew: 30")).lostIn(load(both))).isEmpty();
    assertThat(load(both).lostIn(load(last))).isEmpty();
  }

  @Test
  void keysThatAreAllGoneAreMissed() throws Exception {
    String keyed = jwt("clockSkew: 30").replace("issuer: b", "issuer: https://idp.example");
    String found = keyed.replace("secrets: [" + KEY + "], ", "");

    assertThat(load(keyed).lostIn(load(found)))
        .containsExactly("identity.jwt.secrets would protect less: it would be empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [claimed] | [jwt]
          [guest] | [jwt]
          [guest] | [jwt, guest]
          [apiKey, jwt] | [jwt, apiKey]
          [jwt, claimed] | [jwt]
          [claimed, jwt] | [jwt, claimed]
          """)
  void strongerModesAreTakenAndNotGivenUpAgain(String now, String next) throws Exception {
    assertThat(load(modes(now)).lostIn(load(modes(next)))).isEmpty();
    assertThat(load(modes(next)).lostIn(load(modes(now))))
        .anyMatch(loss -> loss.startsWith("identity.modes would protect less"));
  }

  private static String modes(String modes) {
    return server(
            "modes: " + modes,
            "jwt: { issuer: b, audience: a, secrets: [" + KEY + "] }",
            "apiKey: { keys: { crm: " + "0f".repeat(32) + " } }",
            "guest: { secrets: [" + KEY + "] }")
        + "server: { allowedOrigins: [] }\n";
  }

  @Test
  void settingsOfAModeThatIsNotAskedAreFreeToChange() throws Exception {
    String unused = modes("[guest]");

    assertThat(load(unused).lostIn(load(unused.replace("audience: a", "audience: '*'")))).isEmpty();
  }

  @Test
  void aNewIntegrationDoesNotBelieveAnybodyWhereNoneDoes() throws Exception {
    String named = "integrations: { one: { identity: { modes: [guest] } }, two: { %s } }\n";
    String now = modes("[claimed]").replace(Whole.AXP, Whole.AXP_WITHOUT_INTEGRATION);
    String one =
        now
            + named
                .formatted("x")
                .replace(", two: { x }", "")
                .replace("one: {", "one: { integrationId: " + Whole.ID + ",");
    String two =
        now
            + named
                .formatted("integrationId: " + Whole.ID)
                .replace("one: {", "one: { integrationId: " + Whole.ID + ",");

    assertThat(load(one).lostIn(load(two)))
        .containsExactly(
            "identity.modes would be claimed for the new integration two, and is so for none in"
                + " force");
    assertThat(load(two).lostIn(load(two.replace("two:", "three:")))).isEmpty();
  }

  @Test
  void aNewIntegrationIsTakenUp() throws Exception {
    String now = modes("[guest]");
    String next =
        now
            + "integrations: { one: { integrationId: "
            + Whole.ID
            + ", identity: { modes: [jwt], jwt: { issuer: c, audience: b, scopes: [] } } } }\n";

    assertThat(load(now).lostIn(load(next))).isEmpty();
  }

  @Test
  void whatManyInheritIsNamedOnce() throws Exception {
    String many = "integrations: { one: { configId: a }, two: { configId: b } }\n";

    assertThat(load(modes("[guest]") + many).lostIn(load(modes("[claimed]") + many)))
        .containsExactly("identity.modes would protect less: it would be claimed instead of guest");
  }

  @Test
  void ofVeryManyTheFirstAreNamed() throws Exception {
    StringBuilder many = new StringBuilder(modes("[guest]") + "integrations:\n");
    for (int i = 0; i < 30; i++) {
      many.append("  i" + i + ": { identity: { modes: [guest] } }\n");
    }
    String weaker = many.toString().replace("modes: [guest]", "modes: [claimed]");

    assertThat(load(many.toString()).lostIn(load(weaker)))
        .hasSize(21)
        .last()
        .isEqualTo("and 11 more");
  }

  @Test
  void productionIsNotTakenBack() throws Exception {
    String now = Whole.AXP + "server: { production: true }\n";

    assertThat(load(now).lostIn(load(now.replace("true", "false"))))
        .containsExactly("server.production would protect less: it would be false instead of true");
  }
}
