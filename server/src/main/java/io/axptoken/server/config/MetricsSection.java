package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;
import static io.axptoken.server.config.Protection.Unguarded.NEEDS_RESTART;

import java.util.List;

/** Section {@code metrics}: its settings, and the record they make. */
final class MetricsSection {
  static final Property<Boolean> ENABLED =
      optional(
          "metrics.enabled",
          Types.SWITCH,
          "true",
          Protection.none(NEEDS_RESTART),
          "Whether the management listener has /metrics, for Prometheus; see operations.md.");

  static final Section SECTION =
      new Section("metrics", "What is counted and timed.", List.of(ENABLED));

  private MetricsSection() {}

  static MetricsSettings settings(Values values) {
    return new MetricsSettings(values.get(ENABLED));
  }
}
