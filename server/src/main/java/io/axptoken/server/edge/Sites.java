package io.axptoken.server.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands at each path. The routes of a named integration are made when somebody asks for them:
 * those of hundreds would keep the server from listening. Safe for use by many threads.
 */
final class Sites {
  private static final String NAMED = "/integrations/";

  private final Map<String, Site> made = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Routes>> later = new ConcurrentHashMap<>();

  /**
   * Adds an integration, before anything is looked for.
   *
   * @param path what its paths begin with: {@code ""} for the default one
   * @param routes makes its routes, and must not fail
   */
  void add(String path, Supplier<Routes> routes) {
    if (isNamed(path)) {
      later.put(path, routes);
    } else {
      put(routes.get());
    }
  }

  private void put(Routes routes) {
    made.putAll(routes.sites());
    routes.sites().forEach((path, site) -> made.putIfAbsent(lowerCase(path), site));
  }

  /**
   * What stands there, or {@code null} for nothing. The case of letters makes no difference, as
   * with the reference; all names are in lower case, so that one cannot be taken for another.
   */
  @Nullable Site find(String path) {
    Site site = findExactly(path);
    if (site != null) {
      return site;
    }
    String lower = lowerCase(path);
    return lower.equals(path) ? null : findExactly(lower);
  }

  private @Nullable Site findExactly(String path) {
    Site site = made.get(path);
    return site == null && isNamed(path) ? make(path) : site;
  }

  /** Whether a path is that of a named integration, if there is one of that name. */
  static boolean isNamed(String path) {
    return path.startsWith(NAMED);
  }

  /** Letters of ASCII alone: no other letter becomes one of them. */
  private static String lowerCase(String path) {
    StringBuilder lower = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }

  private @Nullable Site make(String path) {
    int end = path.indexOf('/', NAMED.length());
    if (end > 0) {
      later.computeIfPresent(
          path.substring(0, end),
          (_, routes) -> {
            put(routes.get());
            return null; // It is not asked again; who comes meanwhile waits.
          });
    }
    return made.get(path);
  }
}
