package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.DeployedRules;
import io.axptoken.server.fixture.DeployedRules.Rule;
import io.axptoken.server.fixture.MarkdownPage;
import io.axptoken.server.fixture.PrometheusProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts are what Prometheus takes, do what they say, and lead to what to do. */
class PrometheusRulesTest {
  private static final String RUNBOOK = "https://axptoken.io/docs/operations#";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules axp-token-server.rules.yaml",
        "test rules axp-token-server.tests.yaml",
        "check config prometheus.yaml"
      })
  void promtoolIsContent(String command) throws Exception {
    Process promtool =
        PrometheusProcess.command(("promtool " + command).split(" ", -1))
            .directory(DeployedRules.PROMETHEUS.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(promtool.exitValue()).as(said).isZero();
  }

  static Stream<Rule> alerts() throws IOException {
    return DeployedRules.rules().stream().filter(Rule::isAlert);
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertSaysHowBadItIsWhatItMeansAndWhatToDo(Rule alert) {
    String name = alert.text("alert");
    assertThat(name).matches("Axp([A-Z][a-z]+)+");
    assertThat(alert.severity()).isIn("critical", "warning");
    assertThat(alert.annotation("summary")).endsWith(".");
    assertThat(alert.annotation("description")).endsWith(".");
    assertThat(alert.annotation("runbook_url")).isEqualTo(RUNBOOK + name.toLowerCase(Locale.ROOT));
    assertThat(MarkdownPage.read(Path.of("../docs/operations.md")).anchors())
        .contains(name.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertIsSeenToFireByATestOfItsOwn(Rule alert) throws IOException {
    String tests = Files.readString(DeployedRules.RULE_TESTS);
    assertThat(tests)
        .containsPattern(
            "alertname: " + alert.text("alert") + "\\n +exp_alerts:\\n +- exp_labels:");
  }

  @Test
  void theRunbookKnowsNoOtherAlerts() throws IOException {
    List<String> names = alerts().map(alert -> "### " + alert.text("alert")).toList();
    assertThat(Files.readAllLines(Path.of("../docs/operations.md")))
        .filteredOn(line -> line.startsWith("### Axp"))
        .containsExactlyElementsOf(names);
  }

  @Test
  void theDashboardCanBeTakenIntoAnyGrafana() throws IOException {
    JsonObject dashboard = DeployedRules.dashboard();

    assertThat(dashboard.containsKey("id")).isFalse();
    assertThat(dashboard.getInteger("schemaVersion")).isGreaterThanOrEqualTo(39);
    assertThat(DeployedRules.objects(dashboard.getJsonObject("templating").getJsonArray("list")))
        .extracting(variable -> variable.getString("name"))
        .containsExactly("datasource", "instance", "integration");
    List<JsonObject> panels =
        DeployedRules.objects(dashboard.getJsonArray("panels"))
            .filter(panel -> !panel.getString("type").equals("row"))
            .toList();
    assertThat(panels).hasSizeGreaterThan(20);
    assertThat(panels)
        .allMatch(
            panel -> panel.getJsonObject("datasource").getString("uid").equals("${datasource}"),
            "asks the chosen source");
    assertThat(DeployedRules.objects(dashboard.getJsonArray("panels")))
        .extracting(panel -> panel.getInteger("id"))
        .doesNotHaveDuplicates();
  }
}
