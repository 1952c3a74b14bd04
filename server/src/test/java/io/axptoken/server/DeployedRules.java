package io.axptoken.server;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is in {@code deploy/prometheus} and {@code deploy/grafana}. */
final class DeployedRules {
  static final Path PROMETHEUS = Path.of("../deploy/prometheus");
  static final Path RULES = PROMETHEUS.resolve("axp-token-server.rules.yaml");
  static final Path RULE_TESTS = PROMETHEUS.resolve("axp-token-server.tests.yaml");
  static final Path DASHBOARD = Path.of("../deploy/grafana/axp-token-server.json");

  private DeployedRules() {}

  /** A recording rule or an alert. */
  record Rule(Map<?, ?> yaml) {
    String expr() {
      return text("expr");
    }

    String text(String key) {
      return Objects.toString(yaml.get(key), "");
    }

    String annotation(String key) {
      return yaml.get("annotations") instanceof Map<?, ?> all
          ? Objects.toString(all.get(key), "")
          : "";
    }

    String severity() {
      return yaml.get("labels") instanceof Map<?, ?> all
          ? Objects.toString(all.get("severity"), "")
          : "";
    }

    boolean isAlert() {
      return yaml.containsKey("alert");
    }
  }

  static List<Rule> rules() throws IOException {
    Object file = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(RULES));
    List<Rule> rules = new ArrayList<>();
    for (Map<?, ?> group : maps(file, "groups")) {
      maps(group, "rules").forEach(rule -> rules.add(new Rule(rule)));
    }
    return rules;
  }

  private static List<Map<?, ?>> maps(Object of, String key) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (of instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
      list.forEach(member -> maps.add((Map<?, ?>) member));
    }
    return maps;
  }

  static JsonObject dashboard() throws IOException {
    return new JsonObject(Files.readString(DASHBOARD));
  }

  /** All queries of the dashboard's panels, with its variables filled in. */
  static List<String> queries() throws IOException {
    return objects(dashboard().getJsonArray("panels"))
        .filter(panel -> panel.containsKey("targets"))
        .flatMap(panel -> objects(panel.getJsonArray("targets")))
        .map(target -> target.getString("expr"))
        .map(expr ->
            expr.replace("$__rate_interval", "1m")
                .replace("$instance", ".*")
                .replace("$integration", ".*"))
        .toList();
  }

  static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
