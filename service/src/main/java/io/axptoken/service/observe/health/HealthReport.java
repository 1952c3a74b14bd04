package io.axptoken.service.observe.health;

import io.axptoken.service.observe.log.LogText;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What {@code /health} says: how the server is, and each of its parts. Parts are added before it is
 * asked; asking costs no call to anybody.
 */
public final class HealthReport {
  private final Health health;
  private final String version;
  private final InstantSource clock;
  private final Instant started;
  private final Map<String, Supplier<PartHealth>> parts = new LinkedHashMap<>();
  private final Map<String, Map<String, Supplier<PartHealth>>> groups = new LinkedHashMap<>();

  /** A report of a server that starts now. */
  public HealthReport(Health health, String version, InstantSource clock) {
    this(health, version, clock.instant(), clock);
  }

  /** A report of a server that started then. */
  public HealthReport(Health health, String version, Instant started, InstantSource clock) {
    this.health = health;
    this.version = version;
    this.clock = clock;
    this.started = started;
  }

  /** Adds a part of which there is one. */
  public HealthReport part(String name, Supplier<PartHealth> part) {
    parts.put(name, part);
    return this;
  }

  /** Adds a part of which there are several; those of one name are told apart by number. */
  public HealthReport part(String group, String name, Supplier<PartHealth> part) {
    Map<String, Supplier<PartHealth>> members =
        groups.computeIfAbsent(group, _ -> new LinkedHashMap<>());
    String unique = name;
    for (int i = 2; members.containsKey(unique); i++) {
      unique = name + " (" + i + ")";
    }
    members.put(unique, part);
    return this;
  }

  /** Whether load balancers should send requests here; the parts have no say in it. */
  public boolean isReady() {
    return health.isReady();
  }

  /** All of it. */
  public JsonObject json() {
    Rollup rollup = new Rollup();
    JsonObject details = new JsonObject();
    parts.forEach((name, part) -> details.put(name, rollup.json(part.get())));
    groups.forEach((group, members) -> {
      JsonObject all = new JsonObject();
      members.forEach((name, part) -> all.put(name, rollup.json(part.get())));
      details.put(group, all);
    });
    return new JsonObject()
        .put("status", status(rollup.well))
        .put("stage", health.stage().name().toLowerCase(Locale.ROOT))
        .put("version", version)
        .put("startedAt", LogText.time(started))
        .put("uptimeSeconds", Duration.between(started, clock.instant()).toSeconds())
        .put("parts", details);
  }

  private String status(boolean well) {
    if (!health.isReady()) {
      return "DOWN";
    }
    return well ? "UP" : "DEGRADED";
  }

  /** Whether all parts so far are well. */
  private static final class Rollup {
    private boolean well = true;

    JsonObject json(PartHealth part) {
      well &= part.well();
      JsonObject json = new JsonObject().put("status", part.well() ? "UP" : "DEGRADED");
      part.facts().forEach(json::put);
      return json;
    }
  }
}
