package io.axptoken.push.assembly;

import io.axptoken.push.delivery.Housekeeping;
import io.axptoken.push.delivery.Housekeeping.Look;
import io.axptoken.push.store.Settled.State;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.observe.health.PartHealth;

/** What {@code /health} says of the connector's parts. */
final class HealthParts {
  private HealthParts() {}

  static void add(HealthReport report, String database, Housekeeping housekeeping) {
    Look look = housekeeping.look();
    report.part(
        "database", () -> new PartHealth.Builder().fact("kind", database).well(look.reachable()));
    report.part(
        "outbox",
        () ->
            new PartHealth.Builder()
                .fact("pending", look.rows().getOrDefault(State.PENDING.label(), 0L))
                .fact("failed", look.rows().getOrDefault(State.FAILED.label(), 0L))
                .fact("oldest", look.oldest())
                .well(true));
    look.paused()
        .forEach(paused ->
            report.part(
                "configurations",
                paused.configId(),
                () -> new PartHealth.Builder().fact("paused", paused.reason()).well(false)));
  }
}
