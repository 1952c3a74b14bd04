package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.config.rules.Judgement.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionRulesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void theDefaultsStartWithWarnings() {
    Judgement judgement = judge(Configuration.minimal());

    assertThat(judgement.refusals()).isEmpty();
    assertThat(names(judgement.warnings()))
        .containsExactly("claimed-identity", "any-origin", "plain-http");
  }

  @Test
  void productionRefusesThemWithAllReasons() {
    Judgement judgement = judge(Configuration.minimal().override("server.production", "true"));

    assertThat(names(judgement.refusals()))
        .containsExactly("claimed-identity", "any-origin", "plain-http");
    assertThat(judgement.warnings()).isEmpty();
    assertThat(judgement.refusals())
        .allSatisfy(finding -> {
          assertThat(finding.remedy()).endsWith(".");
          assertThat(finding.toString()).endsWith("[" + finding.name() + "]");
        });
  }

  @Test
  void plainHttpIsFineOnTheLoopbackAndBehindATrustedProxy() {
    assertThat(names(judge(Configuration.minimal().override("server.host", "::1")).warnings()))
        .doesNotContain("plain-http");
    assertThat(
            names(
                judge(Configuration.minimal().override("server.trustedProxies", "10.0.0.1"))
                    .warnings()))
        .doesNotContain("plain-http");
  }

  @Test
  void listedOriginsAreFine() {
    assertThat(
            names(
                judge(Configuration.minimal().override("server.allowedOrigins", "https://a.b"))
                    .warnings()))
        .doesNotContain("any-origin");
  }

  @Test
  void lesserOdditiesOnlyWarn() {
    Judgement judgement =
        judge(
            Configuration.minimal()
                .without("AXP_CLIENT_SECRET")
                .file(folder, "axp: { clientSecret: s3cr3t }")
                .override("server.production", "true")
                .override("management.host", "0.0.0.0"));

    assertThat(names(judgement.warnings())).containsExactly("open-management", "open-secret");
  }

  private static Judgement judge(Configuration configuration) {
    Loaded.Valid<Settings> valid = configuration.valid();
    return ProductionRules.judge(valid.settings(), valid.effective());
  }

  private static List<String> names(List<Finding> findings) {
    return findings.stream().map(Finding::name).toList();
  }
}
