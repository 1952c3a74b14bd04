package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.service.config.MetricsSettings;
import io.axptoken.service.config.type.Types;
import java.util.List;

/** Section {@code metrics}: its settings, and the record they make. */
public final class MetricsSection {
  static final Property<Boolean> ENABLED =
      optional(
          "metrics.enabled",
          Types.SWITCH,
          "true",
          Protection.none(NEEDS_RESTART),
          "Whether the management listener has /metrics, for Prometheus; see operations.md.");

  public static final Section SECTION =
      new Section("metrics", "What is counted and timed.", List.of(ENABLED));

  private MetricsSection() {}

  public static MetricsSettings settings(Values values) {
    return new MetricsSettings(values.get(ENABLED));
  }
}
