package io.axptoken.service.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands at each path; to be filled before it is asked. The routes of a group may be made when
 * somebody asks for one of them: those of hundreds of groups would keep a server from listening.
 * Safe for use by many threads.
 */
public final class Routes implements Filter {
  private static final Logger LOG = System.getLogger(Routes.class.getName());

  private final Map<String, Route> exact = new ConcurrentHashMap<>();
  private final Map<String, Route> made = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Map<String, Route>>> later = new ConcurrentHashMap<>();
  private final String groups;
  private final Function<Request, Route> elsewhere;

  /**
   * None yet.
   *
   * @param groups what the paths of all groups begin with, such as {@code /things/}
   * @param elsewhere what is where nothing is
   */
  public Routes(String groups, Function<Request, Route> elsewhere) {
    this.groups = groups;
    this.elsewhere = elsewhere;
  }

  /** Adds a route at this very path, letter by letter; it goes before all others. */
  public void exactly(String path, Route route) {
    exact.put(path, route);
  }

  /** Adds routes by path, in which the case of letters makes no difference. */
  public void add(Map<String, Route> routes) {
    made.putAll(routes);
    routes.forEach((path, route) -> made.putIfAbsent(lowerCase(path), route));
  }

  /**
   * Adds a group.
   *
   * @param path what its paths begin with, in lower case
   * @param routes makes its routes by path, and must not fail
   */
  public void addLater(String path, Supplier<Map<String, Route>> routes) {
    later.put(path, routes);
  }

  /** Has those behind know the route. */
  @Override
  public Endpoint to(Endpoint next) {
    return request -> {
      Route route = find(request);
      request.found(route);
      LOG.log(
          Level.DEBUG,
          () ->
              // A path may hold a secret or a device; its name never does.
              "request %s %s %s"
                  .formatted(
                      request.id(),
                      KnownMethods.nameOf(request.raw()),
                      route.isKnown() ? route.name() : "[unknown path]"));
      return next.answer(request);
    };
  }

  private Route find(Request request) {
    Route page = exact.isEmpty() ? null : exact.get(request.exactPath());
    Route route = page == null ? find(request.path()) : page;
    return route == null ? elsewhere.apply(request) : route;
  }

  /** All names are in lower case, so that one cannot be taken for another. */
  private @Nullable Route find(String path) {
    Route route = findExactly(path);
    if (route != null) {
      return route;
    }
    String lower = lowerCase(path);
    return lower.equals(path) ? null : findExactly(lower);
  }

  private @Nullable Route findExactly(String path) {
    Route route = made.get(path);
    return route == null && path.startsWith(groups) ? make(path) : route;
  }

  private @Nullable Route make(String path) {
    int end = path.indexOf('/', groups.length());
    if (end > 0) {
      later.computeIfPresent(
          path.substring(0, end),
          (_, routes) -> {
            add(routes.get());
            return null; // It is not asked again; who comes meanwhile waits.
          });
    }
    return made.get(path);
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
}
