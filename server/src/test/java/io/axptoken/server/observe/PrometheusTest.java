package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.DeployedRules;
import io.axptoken.server.fixture.DeployedRules.Rule;
import io.axptoken.server.fixture.PrometheusProcess;
import io.axptoken.server.fixture.TestServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real Prometheus reads a running server, and understands the rules and the dashboard. */
@Tag("slow")
class PrometheusTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:axp|http_server|jvm|process)_[a-z_]+\\b(?!:)");

  /** What there is only after things that do not happen here. */
  private static final Set<String> RARE =
      Set.of("jvm_gc_pause_seconds_sum", "axp_certificate_expires_in_seconds");

  /** What refused tokens bring about. */
  private static final Set<String> PROVOKED = Set.of("AxpTokensFailing", "AxpCredentialsRejected");

  @TempDir static Path folder;

  private static AxpSandbox sandbox;
  private static TestServer server;
  private static PrometheusProcess prometheus;

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    server = TestServer.start(sandbox);
    prometheus = PrometheusProcess.start(folder, server.lifecycle().managementPort());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(PrometheusTest::hasRates);
  }

  /** Traffic until Prometheus has seen enough of it to tell rates, recorded ones included. */
  private static boolean hasRates() throws Exception {
    server.postToken("{\"userId\":\"u1\"}");
    server.postToken("{}");
    sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.status(403));
    server.postToken("{\"userId\":\"u2\"}");
    return !prometheus.query("job_integration:axp_tokens_failed:ratio_rate5m > 0").isEmpty()
        && !prometheus.query("job_integration:axp_issue_seconds:p99_5m > 0").isEmpty();
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (server != null) {
      server.close();
    }
    sandbox.close();
  }

  static List<Rule> rules() throws IOException {
    return DeployedRules.rules();
  }

  static List<String> queries() throws IOException {
    return DeployedRules.queries();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void itUnderstandsEveryRule(Rule rule) throws Exception {
    prometheus.query(rule.expr());
  }

  @Test
  void itEvaluatesAllRulesWithoutAComplaint() throws Exception {
    List<JsonObject> rules =
        DeployedRules.objects(prometheus.ruleGroups())
            .flatMap(group -> DeployedRules.objects(group.getJsonArray("rules")))
            .toList();

    assertThat(rules).hasSameSizeAs(rules());
    assertThat(rules).allMatch(rule -> rule.getString("health").equals("ok"), "evaluated");
  }

  @Test
  void aServerThatWorksRaisesNoAlertButThatTokensFail() throws Exception {
    for (Rule rule : rules()) {
      if (rule.isAlert() && !PROVOKED.contains(rule.text("alert"))) {
        assertThat(prometheus.query(rule.expr())).as(rule.text("alert")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theDashboardsPanelsHaveSomethingToShow(String query) throws Exception {
    var result = prometheus.query(query);

    boolean rare = RARE.stream().anyMatch(query::contains);
    assertThat(result.isEmpty() && !rare).as("no data for " + query).isFalse();
  }

  @Test
  void everyMetricThatIsAskedForIsThere() throws Exception {
    Set<String> asked = new HashSet<>();
    for (Rule rule : rules()) {
      METRIC.matcher(rule.expr()).results().forEach(name -> asked.add(name.group()));
    }
    for (String query : queries()) {
      METRIC.matcher(query).results().forEach(name -> asked.add(name.group()));
    }
    asked.removeIf(RARE::contains);

    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(prometheus.metrics().stream().map(Object::toString).toList()).containsAll(asked);
  }
}
