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

  public static ManagementSettings settings(Values values) {
    return new ManagementSettings(values.get(HOST), values.get(PORT));
  }
}
