package io.axptoken.server.settings.load;

import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.ServerSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files with certificates and keys that settings name. */
public final class ReferredFiles {
  private ReferredFiles() {}

  /** All of them, each once. */
  public static Set<Path> of(Settings settings) {
    Set<Path> files = new HashSet<>();
    ServerSettings server = settings.server();
    Stream.of(server.sslCertificatePath(), server.sslPrivateKeyPath())
        .filter(Objects::nonNull)
        .forEach(files::add);
    for (IntegrationSettings integration : settings.integrations()) {
      files.addAll(anchors(integration));
      if (usesTokens(integration)) {
        files.addAll(integration.identity().jwt().publicKeyPaths());
      }
    }
    return files;
  }

  /** Those of trust anchors that an integration uses. */
  public static Set<Path> anchors(IntegrationSettings integration) {
    Set<Path> files = new HashSet<>();
    Path platforms = integration.axp().caCertificatePath();
    if (platforms != null) {
      files.add(platforms);
    }
    Path issuers = integration.identity().jwt().caCertificatePath();
    if (issuers != null && usesTokens(integration)) {
      files.add(issuers);
    }
    return files;
  }

  /** Whether an integration looks at bearer tokens at all. */
  public static boolean usesTokens(IntegrationSettings integration) {
    return integration.identity().modes().contains(Mode.JWT);
  }
}
