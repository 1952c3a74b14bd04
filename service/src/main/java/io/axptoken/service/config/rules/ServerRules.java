package io.axptoken.service.config.rules;

import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.ManagementSection;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.InvalidValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules over more than one setting of the listeners. */
public final class ServerRules {
  private static final List<Property<Optional<Path>>> SSL_FILES =
      List.of(ServerSection.SSL_CERTIFICATE, ServerSection.SSL_PRIVATE_KEY);

  private ServerRules() {}

  /** Adds what breaks them to the problems and warnings. */
  public static void check(Scope scope) {
    checkSsl(scope);
    checkPorts(scope);
  }

  private static void checkSsl(Scope scope) {
    if (Objects.equals(scope.find(ServerSection.SSL), true)) {
      SSL_FILES.forEach(property -> checkSslFile(scope, property));
    } else if (SSL_FILES.stream().anyMatch(property -> isThere(scope, property))) {
      scope.warn(
          "Certificate and private key are not used, as server.ssl is false: set it to true to"
              + " serve HTTPS.");
    }
  }

  private static void checkSslFile(Scope scope, Property<Optional<Path>> property) {
    Optional<Path> path = scope.find(property);
    if (path == null) {
      return; // Its value is a problem already.
    }
    if (path.isEmpty()) {
      scope.problem(property, "is required when server.ssl is true: name the PEM file");
      return;
    }
    try {
      FileType.checkReadable(path.get());
    } catch (InvalidValue e) {
      scope.problem(property, e);
    }
  }

  private static boolean isThere(Scope scope, Property<Optional<Path>> property) {
    Optional<Path> path = scope.find(property);
    return path != null && path.isPresent();
  }

  private static void checkPorts(Scope scope) {
    Integer port = scope.find(ServerSection.PORT);
    if (port != null && port != 0 && port.equals(scope.find(ManagementSection.PORT))) {
      scope.problem(
          ManagementSection.PORT,
          "must differ from server.port, but both are " + port + ": choose another");
    }
  }
}
