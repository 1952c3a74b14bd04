package io.axptoken.server.config;

import io.axptoken.client.PlatformConfig.AuthPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules that concern more than one setting. */
final class Consistency {
  private static final List<Property<Optional<Path>>> SSL_FILES =
      List.of(ServerSection.SSL_CERTIFICATE, ServerSection.SSL_PRIVATE_KEY);

  private final Values values;
  private final Map<String, RawValue> raw;
  private final Problems problems;
  private final List<String> warnings;

  private Consistency(
      Values values, Map<String, RawValue> raw, Problems problems, List<String> warnings) {
    this.values = values;
    this.raw = raw;
    this.problems = problems;
    this.warnings = warnings;
  }

  static void check(
      Values values, Map<String, RawValue> raw, Problems problems, List<String> warnings) {
    Consistency consistency = new Consistency(values, raw, problems, warnings);
    consistency.checkSsl();
    consistency.checkPorts();
    consistency.checkPlatform();
  }

  private void checkSsl() {
    if (Objects.equals(values.find(ServerSection.SSL), true)) {
      SSL_FILES.forEach(this::checkSslFile);
    } else if (SSL_FILES.stream().anyMatch(this::isGiven)) {
      warnings.add(
          "Certificate and private key are not used, as server.ssl is false: set it to true to"
              + " serve HTTPS.");
    }
  }

  private void checkSslFile(Property<Optional<Path>> property) {
    Optional<Path> path = values.find(property);
    if (path == null) {
      return; // Its value is a problem already.
    }
    if (path.isEmpty()) {
      problem(property, "is required when server.ssl is true: name the PEM file");
      return;
    }
    try {
      FileType.checkReadable(path.get());
    } catch (InvalidValue e) {
      problems.add(property, e, "", origin(property));
    }
  }

  private boolean isGiven(Property<Optional<Path>> property) {
    Optional<Path> path = values.find(property);
    return path != null && path.isPresent();
  }

  private void checkPorts() {
    Integer port = values.find(ServerSection.PORT);
    if (port != null && port != 0 && port.equals(values.find(ManagementSection.PORT))) {
      problem(
          ManagementSection.PORT,
          "must differ from server.port, but both are " + port + ": choose another");
    }
  }

  private void checkPlatform() {
    switch (values.find(AxpSection.PLATFORM)) {
      case AXP -> checkAppKey();
      case INFINITY -> {
        if (raw.get(AxpSection.JWT_VALIDITY_INTERVAL.key()) != null) {
          warnOfUnused(AxpSection.JWT_VALIDITY_INTERVAL, "its tokens live as long as it decides");
        }
        if (values.find(AxpSection.AUTH_PATH) == AuthPath.LEGACY) {
          warnOfUnused(AxpSection.AUTH_PATH, "it has but one");
        }
      }
      case null -> {} // Its value is a problem already.
    }
  }

  private void checkAppKey() {
    if (Objects.equals(values.find(AxpSection.APP_KEY), "")) {
      problem(AxpSection.APP_KEY, AxpSection.APP_KEY.missing());
    }
  }

  private void warnOfUnused(Property<?> property, String reason) {
    warnings.add(property.key() + " is not used with axp.platform infinity: " + reason + ".");
  }

  private void problem(Property<?> property, String message) {
    problems.add(property.key(), message, origin(property));
  }

  private Origin origin(Property<?> property) {
    RawValue value = raw.get(property.key());
    return value == null ? Origin.DEFAULT : value.origin();
  }
}
