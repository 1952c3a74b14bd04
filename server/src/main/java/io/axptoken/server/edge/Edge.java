package io.axptoken.server.edge;

import io.axptoken.server.observe.TokenMeters;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Page;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.ProblemType;
import io.axptoken.service.http.Route;
import io.axptoken.service.http.Routes;
import io.axptoken.service.http.Surface;
import io.axptoken.service.http.filter.AccessLogged;
import io.axptoken.service.http.filter.AddressLimit;
import io.axptoken.service.http.filter.Cors;
import io.axptoken.service.http.filter.EveryRequest;
import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.observe.access.AccessLog;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.metrics.InFlight;
import io.axptoken.service.observe.trace.Tracing;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The public HTTP surface: every filter, in the order a request meets them.
 *
 * <pre>
 * request
 * └─ AccessLogged             a line for each, if wanted
 *    └─ Guard                 a bug → 500
 *       └─ Routes             path → route, else one that answers 404
 *          └─ SoundHost       no sound Host → 400
 *             └─ Stopping     → 503
 *                └─ the route: one of an integration's
 *                   └─ Cors.preflight            → 204
 *                      └─ Followed               audit, metrics, trace
 *                         └─ Cors.admission      foreign origin → 403
 *                            └─ Methods          → 405
 *                               ├─ …/config
 *                               └─ AddressLimit  → 429
 *                                  └─ TokenRoute body, identity, limit by user, issue
 * </pre>
 */
public final class Edge {
  /** What the limits count. */
  static final String LIMITED = "token requests";

  private static final String NAMED = "/integrations/";
  private static final Problem NOT_FOUND =
      Problem.of(HttpProblem.NOT_FOUND, "There is nothing here; tokens are at /token.");
  private static final Problem NO_INTEGRATION =
      Problem.of(
          HttpProblem.NOT_FOUND,
          "There is no such integration; tokens are at /integrations/{name}/token.");

  /** Why a request may be refused through no caller's fault. */
  private static final List<String> OURS =
      Stream.<ProblemType>concat(Stream.of(HttpProblem.values()), Stream.of(TokenProblem.values()))
          .filter(ProblemType::isOurs)
          .map(ProblemType::slug)
          .toList();

  private final EdgeOptions options;
  private final Audit audit;
  private final TokenMetrics metrics;
  private final Tracing tracing;
  private final TrustedProxies proxies;
  private final OwnOrigin own;

  private Edge(EdgeOptions options, Audit audit, TokenMetrics metrics, Tracing tracing) {
    this.options = options;
    this.audit = audit;
    this.metrics = metrics;
    this.tracing = tracing;
    this.proxies = new TrustedProxies(options.trustedProxies());
    this.own = new OwnOrigin(options.listenHost(), proxies);
  }

  /** Builds the surface for these integrations; the health is asked at each request. */
  public static Surface surface(
      EdgeOptions options,
      List<Integration> integrations,
      Audit audit,
      AccessLog access,
      TokenMetrics metrics,
      Tracing tracing,
      Health health,
      InFlight inFlight) {
    Edge edge = new Edge(options, audit, metrics, tracing);
    return new Surface(
        new AccessLogged(access),
        EveryRequest.to(edge.routes(integrations), health),
        edge.proxies,
        inFlight::count);
  }

  private Routes routes(List<Integration> integrations) {
    Filter origins = elsewhere(integrations).admission();
    Route nothing = Route.nothing(origins, NOT_FOUND);
    Route noIntegration = Route.nothing(origins, NO_INTEGRATION);
    Routes routes =
        new Routes(NAMED, request -> request.path().startsWith(NAMED) ? noIntegration : nothing);
    options
        .pages()
        .forEach(
            (path, page) -> routes.exactly(path, new Route(path, null, origins, new Page(page))));
    for (Integration integration : integrations) {
      add(integration, routes);
    }
    return routes;
  }

  /** The rules for pages where no integration is. */
  private Cors elsewhere(List<Integration> integrations) {
    boolean credentials = integrations.stream().anyMatch(one -> one.identity().isAmbient());
    OriginPolicy origins = new OriginPolicy(options.allowedOrigins());
    return new Cors(origins, own, credentials, "server.allowedOrigins", () -> {});
  }

  private void add(Integration integration, Routes routes) {
    TokenMeters meters = metrics.tokens(integration.name(), integration.identity().modes(), OURS);
    RateLimits limits = integration.limits();
    Filter byAddress =
        new AddressLimit(limits.perAddress(), limits.perNetwork(), LIMITED, limited("address"));
    UserLimit byUser = new UserLimit(limits.perUser(), limits.perSignOut(), limited("user"));
    if (integration.path().isEmpty()) {
      routes.add(
          new IntegrationRoutes(
                  integration, proxies, own, byAddress, byUser, audit, meters, tracing)
              .byPath(options.chatSdkEndpoint()));
    } else {
      routes.addLater(
          integration.path(),
          () ->
              new IntegrationRoutes(
                      integration, proxies, own, byAddress, byUser, audit, meters, tracing)
                  .byPath(false));
    }
  }

  private LongAdder limited(String stage) {
    return metrics.limited(stage);
  }
}
