package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.ClaimMapping;
import io.axptoken.server.identity.jwt.ClaimPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which claims make the user, as the settings have it. */
final class ClaimMappings {
  private ClaimMappings() {}

  /** A user needs an id: where the settings leave it out, it is what the standard says. */
  static ClaimMapping of(Map<String, String> claims) {
    Map<String, ClaimPath> paths = new LinkedHashMap<>();
    claims.forEach((attribute, path) -> paths.put(attribute, ClaimPath.of(path)));
    ClaimPath id = Objects.requireNonNullElse(paths.remove("userId"), ClaimPath.of("sub"));
    ClaimPath name = paths.remove("userName");
    return new ClaimMapping(id, name, Map.copyOf(paths));
  }
}
