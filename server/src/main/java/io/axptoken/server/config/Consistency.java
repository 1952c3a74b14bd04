package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules that concern more than one setting. */
final class Consistency {
  private final Values values;
  private final Map<String, RawValue> raw;
  private final Problems problems;

  private Consistency(Values values, Map<String, RawValue> raw, Problems problems) {
    this.values = values;
    this.raw = raw;
    this.problems = problems;
  }

  static void check(Values values, Map<String, RawValue> raw, Problems problems) {
    Consistency consistency = new Consistency(values, raw, problems);
    consistency.checkSsl();
    consistency.checkPorts();
  }

  private void checkSsl() {
    if (Objects.equals(values.find(ServerSection.SSL), true)) {
      for (Property<Optional<Path>> path :
          List.of(ServerSection.SSL_CERTIFICATE, ServerSection.SSL_PRIVATE_KEY)) {
        if (Objects.equals(values.find(path), Optional.empty())) {
          problem(path, "is required when server.ssl is true: name the PEM file");
        }
      }
    }
  }

  private void checkPorts() {
    Integer port = values.find(ServerSection.PORT);
    if (port != null && port != 0 && port.equals(values.find(ManagementSection.PORT))) {
      problem(
          ManagementSection.PORT,
          "must differ from server.port, but both are " + port + ": choose another");
    }
  }

  private void problem(Property<?> property, String message) {
    RawValue value = raw.get(property.key());
    problems.add(property.key(), message, value == null ? Origin.DEFAULT : value.origin());
  }
}
