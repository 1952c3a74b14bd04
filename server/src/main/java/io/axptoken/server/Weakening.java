package io.axptoken.server;

import static io.axptoken.server.config.IdentitySettings.Mode.CLAIMED;

import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Protection that a running server does not give up: a file that was cut off says less than it
 * should, and is valid nonetheless. Who means it restarts.
 */
final class Weakening {
  private final List<String> found = new ArrayList<>();

  private Weakening() {}

  /** What the next settings would give up, in words; nothing if all is as strong as it was. */
  static List<String> of(Settings now, Settings next) {
    Weakening weakening = new Weakening();
    weakening.note("server.production", now.server().production() && !next.server().production());
    for (IntegrationSettings integration : next.integrations()) {
      find(now, integration).ifPresent(before -> weakening.compare(before, integration));
    }
    return List.copyOf(weakening.found);
  }

  private static Optional<IntegrationSettings> find(Settings now, IntegrationSettings next) {
    return now.integrations().stream().filter(one -> one.name().equals(next.name())).findFirst();
  }

  private void compare(IntegrationSettings now, IntegrationSettings next) {
    note(
        next.key("identity.modes"),
        !now.identity().modes().contains(CLAIMED) && next.identity().modes().contains(CLAIMED));
    note(
        next.key("identity.pseudonymize"),
        !now.identity().pseudonymize().isEmpty() && next.identity().pseudonymize().isEmpty());
    note(
        next.key("server.allowedOrigins"),
        !isAny(now.allowedOrigins()) && isAny(next.allowedOrigins()));
  }

  private static boolean isAny(List<String> origins) {
    return origins.contains("*");
  }

  private void note(String key, boolean weaker) {
    if (weaker) {
      found.add(key + " would protect less than it does: restart the server if that is meant");
    }
  }
}
