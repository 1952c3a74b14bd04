package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.keys.FixedKeys;
import io.axptoken.server.identity.jwt.keys.UnusableKeys;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.ReferredFiles;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TrustAnchors;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What files say of trust, each read once: two are equal if the files hold the same.
 *
 * @param anchors trust anchors by file
 * @param publicKeys keys that sign bearer tokens by file
 */
record TrustedKeys(Map<Path, TrustAnchors> anchors, Map<Path, List<VerificationKey>> publicKeys) {

  /**
   * Reads them.
   *
   * @throws KeyMaterialException if a file cannot be used
   */
  static TrustedKeys of(Settings settings) {
    Map<Path, TrustAnchors> anchors = new HashMap<>();
    Map<Path, List<VerificationKey>> keys = new HashMap<>();
    for (IntegrationSettings integration : settings.integrations()) {
      ReferredFiles.anchors(integration)
          .forEach(file -> anchors.computeIfAbsent(file, TrustAnchors::read));
      if (ReferredFiles.usesTokens(integration)) {
        integration
            .identity()
            .jwt()
            .publicKeyPaths()
            .forEach(file -> keys.computeIfAbsent(file, TrustedKeys::keysOf));
      }
    }
    return new TrustedKeys(Map.copyOf(anchors), Map.copyOf(keys));
  }

  /** The anchors of a file that was read, or nothing for no file. */
  Optional<TrustAnchors> anchorsOf(@Nullable Path file) {
    return file == null
        ? Optional.empty()
        : Optional.of(Objects.requireNonNull(anchors.get(file), "not read"));
  }

  /** The keys of a file that was read. */
  List<VerificationKey> publicKeysOf(Path file) {
    return Objects.requireNonNull(publicKeys.get(file), "not read");
  }

  private static List<VerificationKey> keysOf(Path file) {
    try {
      return List.copyOf(FixedKeys.ofFile(file));
    } catch (UnusableKeys e) {
      throw new KeyMaterialException(String.valueOf(e.getMessage()));
    }
  }
}
