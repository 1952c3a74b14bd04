package io.axptoken.server.edge;

import io.axptoken.server.observe.AccessLog;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.metrics.InFlight;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.observe.metrics.TokenMeters;
import io.axptoken.server.observe.trace.Tracing;
import io.axptoken.service.http.HostField;
import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.observe.health.Health;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The public HTTP surface: every route and every filter, in the order a request meets them.
 *
 * <pre>
 * request
 * └─ Exchange      request id
 *    └─ Edge       no sound Host → 400; stopping → 503; path → resource, else 404
 *       └─ Site    one of an integration's Routes
 *          └─ Cors    preflight → 204; foreign origin → 403
 *             └─ Resource    method, else 405
 *                ├─ …/config
 *                └─ LimitGate, by address → 429
 *                   └─ TokenRoute    body, identity, limit by user, issue
 * </pre>
 */
public final class Edge implements Handler<HttpServerRequest> {
  private static final Problem BAD_HOST =
      Problem.of(ProblemKind.MALFORMED_REQUEST, "Send one Host header, and a valid one.");
  private static final Problem NOT_FOUND =
      Problem.of(ProblemKind.NOT_FOUND, "There is nothing here; tokens are at /token.");
  private static final Problem NO_INTEGRATION =
      Problem.of(
          ProblemKind.NOT_FOUND,
          "There is no such integration; tokens are at /integrations/{name}/token.");
  private static final Problem DRAINING =
      Problem.of(ProblemKind.DRAINING, "This server is stopping. Try again.");
  private static final Duration DRAINING_RETRY_AFTER = Duration.ofSeconds(1);

  private final Sites sites = new Sites();
  private final Map<String, Handler<HttpServerRequest>> pages;
  private final TrustedProxies proxies;
  private final Cors elsewhere;
  private final AccessLog access;
  private final Health health;
  private final InFlight inFlight;

  /** Builds the surface for these integrations; the health is asked at each request. */
  public Edge(
      EdgeOptions options,
      List<Integration> integrations,
      Audit audit,
      AccessLog access,
      Metrics metrics,
      Tracing tracing,
      Health health) {
    this.access = access;
    this.inFlight = metrics.inFlight();
    this.proxies = new TrustedProxies(options.trustedProxies());
    this.pages = Map.copyOf(options.pages());
    this.health = health;
    OwnOrigin own = new OwnOrigin(options.listenHost(), proxies);
    boolean credentials = integrations.stream().anyMatch(one -> one.identity().isAmbient());
    this.elsewhere =
        new Cors(
            new OriginPolicy(options.allowedOrigins()),
            own,
            credentials,
            "server.allowedOrigins",
            () -> {});
    for (Integration integration : integrations) {
      boolean chatSdk = options.chatSdkEndpoint() && integration.path().isEmpty();
      LimitGate limits = new LimitGate(integration.limits(), proxies, metrics);
      TokenMeters<ProblemKind> meters = Routes.meters(integration, metrics);
      sites.add(
          integration.path(),
          () -> {
            Routes routes =
                new Routes(integration, proxies, own, limits, audit, meters, tracing).usual();
            return chatSdk ? routes.chatSdk() : routes;
          });
    }
  }

  /** Whether an address is that of a proxy that speaks for many clients. */
  boolean isTrustedProxy(String address) {
    return proxies.trusts(address);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = begin(request);
    try {
      serve(exchange);
    } catch (RuntimeException bug) {
      exchange.bug(bug);
    }
  }

  /** Takes a request, sound or not, whose answer is to be logged. */
  Exchange begin(HttpServerRequest request) {
    Exchange exchange = new Exchange(request, inFlight.count(request.response()));
    if (access.isEnabled()) {
      exchange.logAccess(new AccessTrail(access, proxies));
    }
    return exchange;
  }

  private void serve(Exchange exchange) {
    Handler<HttpServerRequest> page = pages.get(exchange.exactPath());
    Site site = sites.find(exchange.path());
    arrived(exchange, page, site);
    if (health.isLeaving()) {
      ConnectionFarewell.bid(exchange);
    }
    if (!HostField.isSound(exchange.request())) {
      exchange.closeAfterwards();
      exchange.problem(BAD_HOST);
    } else if (health.isDraining()) {
      refuseToStart(exchange, site == null ? elsewhere : site.cors());
    } else if (page != null) {
      exchange.handOver(page);
    } else if (site != null) {
      site.serve(exchange);
    } else if (elsewhere.admit(exchange)) {
      exchange.problem(isAtIntegrations(exchange) ? NO_INTEGRATION : NOT_FOUND);
    }
  }

  private static void arrived(
      Exchange exchange, @Nullable Handler<HttpServerRequest> page, @Nullable Site site) {
    if (page != null) {
      exchange.arrived(exchange.exactPath(), null);
    } else if (site != null) {
      exchange.arrived(site.route(), site.integration());
    } else {
      exchange.arrived(null, null);
    }
  }

  private static boolean isAtIntegrations(Exchange exchange) {
    return Sites.isNamed(exchange.path());
  }

  private static void refuseToStart(Exchange exchange, Cors cors) {
    exchange.closeAfterwards();
    if (cors.admit(exchange)) {
      exchange.problem(DRAINING, DRAINING_RETRY_AFTER);
    }
  }
}
