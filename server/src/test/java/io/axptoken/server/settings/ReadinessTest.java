package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.server.settings.rules.ReadinessRules;
import io.axptoken.service.config.SignOff;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.config.rules.Judgement.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each integration is judged, and what is found can be signed off by its name. */
class ReadinessTest {
  private static final String SECRET = "s3cr3t-".repeat(5);

  @TempDir Path folder = Path.of("");

  private static Configuration production() {
    return Configuration.minimal()
        .environment("SERVER_PRODUCTION", "true")
        .environment("SERVER_TRUSTED_PROXIES", "10.0.0.0/8")
        .environment("SERVER_ALLOWED_ORIGINS", "https://www.example.com")
        .environment("IDENTITY_MODES", "jwt")
        .environment("IDENTITY_JWT_ISSUER", "https://idp.example.com")
        .environment("IDENTITY_JWT_AUDIENCE", "chat");
  }

  @Test
  void aProvenModeOfListedPagesBehindAProxyIsFit() {
    Judgement judgement = judge(production());

    assertThat(judgement.refusals()).isEmpty();
    assertThat(judgement.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "identity.modes,claimed,claimed-identity",
    "server.allowedOrigins,*,any-origin",
    "server.trustedProxies,'',plain-http",
    "server.trustedProxies,0.0.0.0/0,every-proxy",
    "identity.jwt.audience,*,jwt-any-audience",
  })
  void aSevereFaultRefusesAndCanBeSignedOff(String key, String value, String rule) {
    Configuration broken = production().override(key, value);
    assertThat(names(judge(broken).refusals())).containsExactly(rule);

    Judgement signedOff = judge(broken.override("server.accepted", rule));

    assertThat(signedOff.refusals()).isEmpty();
    assertThat(signedOff.warnings()).isEmpty();
    assertThat(names(signedOff.accepted())).containsExactly(rule);
    assertThat(signedOff.unused()).isEmpty();
  }

  @Test
  void aGuestsCookieNeedsHttps() {
    Configuration guest =
        production()
            .environment("IDENTITY_MODES", "guest")
            .environment("IDENTITY_GUEST_SECRETS", SECRET)
            .override("server.host", "127.0.0.1");
    assertThat(judge(guest).refusals()).isEmpty();

    assertThat(names(judge(guest.override("server.trustedProxies", "")).refusals()))
        .containsExactly("guest-without-tls");
  }

  @Test
  void withoutAuditItIsTold() {
    assertThat(names(judge(production().override("audit.enabled", "false")).warnings()))
        .containsExactly("no-audit");
  }

  @Test
  void theIntegrationAtFaultIsNamedByItsSetting() {
    Judgement judgement =
        judge(
            production()
                .file(
                    folder,
                    "integrations:",
                    "  sales: { allowedOrigins: ['*'] }",
                    "  support: { identity: { modes: [claimed] } }"));

    assertThat(judgement.refusals().stream().map(Finding::message))
        .anyMatch(said -> said.startsWith("integrations.support.identity.modes has claimed"))
        .anyMatch(said -> said.startsWith("integrations.sales.allowedOrigins is *"))
        .hasSize(2);
  }

  @Test
  void manyAtFaultAreOneFinding() {
    Judgement judgement =
        judge(
            production()
                .override("identity.modes", "claimed")
                .file(folder, "integrations: { sales: {}, support: {} }"));

    assertThat(judgement.refusals())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("identity.modes has claimed")
        .endsWith("That concerns the integrations default, sales, support.");
  }

  @Test
  void oneIntegrationCanBeSignedOffByItself() {
    Judgement judgement =
        judge(
            production()
                .override("server.accepted", "any-origin:kiosk")
                .file(
                    folder,
                    "integrations:",
                    "  kiosk: { allowedOrigins: ['*'] }",
                    "  sales: { allowedOrigins: ['*'] }"));

    assertThat(judgement.refusals())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("integrations.sales.allowedOrigins");
    assertThat(judgement.accepted())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("integrations.kiosk.allowedOrigins");
  }

  @Test
  void aSignOffOfNothingIsTold() {
    assertThat(judge(production().override("server.accepted", "any-origin,plain-http")).unused())
        .containsExactly(new SignOff("any-origin", null), new SignOff("plain-http", null));
  }

  @ParameterizedTest
  @CsvSource({
    "any-orgin,did you mean any-origin?",
    "everything,docs/readiness.md lists them",
    "plain-http:default,it concerns the whole server",
    "any-origin:sales,must name integrations that there are",
    "any-origin:,must name integrations that there are",
  })
  void aSignOffMustNameARule(String written, String expected) {
    assertThat(Configuration.minimal().override("server.accepted", written).problem())
        .startsWith("server.accepted must")
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claimed-identity", "any-origin:default"})
  void aSignOffHoldsWithoutProduction(String signOff) {
    Judgement judgement = judge(Configuration.minimal().override("server.accepted", signOff));

    assertThat(judgement.accepted()).hasSize(1);
    assertThat(judgement.warnings()).hasSize(2);
  }

  @Test
  void everyRuleSaysWhatWhyAndWhatToDo() {
    assertThat(ReadinessRules.names()).doesNotHaveDuplicates();
    assertThat(ReadinessRules.ALL)
        .allSatisfy(rule -> {
          assertThat(rule.name()).matches("[a-z]+(-[a-z]+)+");
          assertThat(rule.what()).endsWith(".");
          assertThat(rule.why()).endsWith(".");
          assertThat(rule.remedy()).endsWith(".");
        });
  }

  private static Judgement judge(Configuration configuration) {
    Loaded.Valid<Settings> valid = configuration.valid();
    return ProductionRules.judge(valid.settings(), valid.effective());
  }

  private static List<String> names(List<Finding> findings) {
    return findings.stream().map(Finding::name).toList();
  }
}
