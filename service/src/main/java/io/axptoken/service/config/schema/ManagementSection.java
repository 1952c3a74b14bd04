package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.type.Hosts;
import io.axptoken.service.config.type.Types;
import java.util.List;

/** Section {@code management}: its settings, and the record they make. */
public final class ManagementSection {
  static final Property<String> HOST =
      optional(
          "management.host",
          Hosts.LISTEN_ADDRESS,
          "127.0.0.1",
          Protection.none(NEEDS_RESTART),
          "Address to listen on; keep it off public networks.");
  public static final Property<Integer> PORT =
      optional(
          "management.port",
          Types.PORT,
          "9090",
          Protection.none(NEEDS_RESTART),
          "Port to listen on; 0 lets the system choose.");

  public static final Section SECTION =
      new Section("management", "The listener for health probes and metrics.", List.of(HOST, PORT));

  private ManagementSection() {}

  /** The section of a program that listens on another port by default. */
  static Section on(int port) {
    return new Section(
        SECTION.name(), SECTION.doc(), List.of(HOST, PORT.or(Integer.toString(port))));
  }

  /** Its settings as a program has them. */
  public static List<Property<?>> in(Catalogue catalogue) {
    return catalogue.sections().stream()
        .filter(section -> section.name().equals(SECTION.name()))
        .findFirst()
        .orElse(SECTION)
        .properties();
  }

  public static ManagementSettings settings(Values values) {
    return new ManagementSettings(values.get(HOST), values.get(PORT));
  }
}
