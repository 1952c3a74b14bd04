package io.axptoken.server.settings.schema;

import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.service.config.schema.Protection;
import java.util.List;

/**
 * Which list of identity modes is weaker than another. Modes are declared from the strongest to the
 * weakest; the first one that has something to say about a request decides.
 */
final class ModeStrength {
  static final Protection<List<Mode>> PROTECTION =
      Protection.of(
              "a weaker mode than there is; one put ahead of a stronger one, or left without it",
              ModeStrength::isWeaker)
          .withNewcomersNotSo(modes -> modes.contains(Mode.CLAIMED));

  private ModeStrength() {}

  private static boolean isWeaker(List<Mode> now, List<Mode> next) {
    return next.stream().anyMatch(mode -> loses(mode, now, next));
  }

  /** Whether a mode would decide about requests that a stronger one decides about now. */
  private static boolean loses(Mode mode, List<Mode> now, List<Mode> next) {
    boolean isNew = !now.contains(mode);
    List<Mode> ahead = isNew ? now : now.subList(0, now.indexOf(mode));
    List<Mode> left = next.subList(0, next.indexOf(mode));
    return ahead.stream()
        .filter(stronger -> stronger.compareTo(mode) < 0)
        .anyMatch(stronger -> isNew || !left.contains(stronger));
  }
}
