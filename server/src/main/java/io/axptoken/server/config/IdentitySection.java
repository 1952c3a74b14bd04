package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;

import java.util.LinkedHashSet;
import java.util.List;

/** Section {@code identity}: its settings, and the record they make. */
final class IdentitySection {
  private static final ValueType.Many<IdentitySettings.Mode> MODE_LIST =
      new ValueType.Many<>(
          "a list of modes: claimed",
          Choice.of(IdentitySettings.Mode.class, List.of("jwt", "gateway", "apiKey", "guest")),
          IdentitySection::finish);

  static final Property<List<IdentitySettings.Mode>> MODES =
      optional(
          "identity.modes",
          MODE_LIST,
          "claimed",
          "The ways to know the end user, in the order they are asked. claimed believes the"
              + " userId of the request: for development only.");

  static final Section SECTION =
      new Section("identity", "How the end user is found out.", List.of(MODES));

  private IdentitySection() {}

  static IdentitySettings settings(Values values) {
    return new IdentitySettings(values.get(MODES));
  }

  private static List<IdentitySettings.Mode> finish(List<IdentitySettings.Mode> modes)
      throws InvalidValue {
    if (modes.isEmpty()) {
      throw InvalidValue.withoutValue("must name at least one mode", "claimed, for example");
    }
    if (new LinkedHashSet<>(modes).size() < modes.size()) {
      throw InvalidValue.of("must name each mode once");
    }
    return modes;
  }
}
