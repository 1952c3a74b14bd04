package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.server.identity.jwt.keys.UsedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which integrations of one generation use what verifies tokens, for messages about it. */
final class KeyUsers {
  private final Map<UsedBy, Set<String>> integrations = new HashMap<>();

  /** Notes that the integration uses the verifier, and with it its keys. */
  void add(TokenVerifier verifier, String integration) {
    add(verifier.usedBy(), integration);
    for (KeySource source : verifier.sources()) {
      if (source instanceof RemoteKeys remote) {
        add(remote.usedBy(), integration);
      }
    }
  }

  private void add(UsedBy usedBy, String integration) {
    integrations
        .computeIfAbsent(
            usedBy,
            _ -> {
              Set<String> names = new ConcurrentSkipListSet<>();
              usedBy.are(names);
              return names;
            })
        .add(integration);
  }
}
