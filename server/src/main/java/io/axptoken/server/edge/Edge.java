package io.axptoken.server.edge;

import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.server.limit.RateLimits;
import io.axptoken.server.observe.Audit;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The public HTTP surface: every route and every filter, in the order a request meets them.
 *
 * <pre>
 * request
 * └─ Exchange      request id
 *    └─ Edge       no sound Host → 400; stopping → 503; path → resource, else 404
 *       └─ Cors    preflight → 204; foreign origin → 403
 *          └─ Resource    method, else 405
 *             ├─ /config
 *             └─ LimitGate, by address → 429
 *                └─ TokenRoute    body, identity, limit by user, issue
 * </pre>
 */
public final class Edge implements Handler<HttpServerRequest> {
  private static final String DEFAULT_INTEGRATION = "default";
  private static final Problem BAD_HOST =
      Problem.of(ProblemKind.MALFORMED_REQUEST, "Send one Host header, and a valid one.");
  private static final Problem NOT_FOUND =
      Problem.of(ProblemKind.NOT_FOUND, "There is nothing here; tokens are at /token.");
  private static final Problem DRAINING =
      Problem.of(ProblemKind.DRAINING, "This server is stopping. Try again.");
  private static final Duration DRAINING_RETRY_AFTER = Duration.ofSeconds(1);

  private final Map<String, Resource> resources = new HashMap<>();
  private final Map<String, Handler<HttpServerRequest>> pages;
  private final TrustedProxies proxies;
  private final Cors cors;
  private final LimitGate limits;
  private final Audit audit;
  private final BooleanSupplier draining;

  /** Builds the surface for one integration; {@code draining} is asked at each request. */
  public Edge(
      EdgeOptions options,
      IdentityResolver identity,
      RateLimits rateLimits,
      TokenIssuer issuer,
      Audit audit,
      BooleanSupplier draining) {
    this.audit = audit;
    this.proxies = new TrustedProxies(options.trustedProxies());
    SuccessJson success = new SuccessJson(options.client());
    OwnOrigin own = new OwnOrigin(options.listenHost(), proxies);
    Provenance provenance = new Provenance(proxies, own);
    this.cors = new Cors(new OriginPolicy(options.allowedOrigins()), own, identity.isAmbient());
    this.limits = new LimitGate(rateLimits, proxies);
    this.pages = Map.copyOf(options.pages());
    this.draining = draining;

    TokenRoute token =
        new TokenRoute(identity, provenance, limits, issuer, RequestFields.TOKEN, success::token);
    TokenRoute chatSdk =
        new TokenRoute(
            identity, provenance, limits, issuer, RequestFields.CHAT_SDK, success::chatSdkToken);
    route(HttpMethod.POST, "/token", limited(token::post));
    route(HttpMethod.GET, "/token", limited(token::get)).onArrival(this::audit);
    route(HttpMethod.GET, "/config", exchange -> exchange.ok(success.config()));
    if (options.chatSdkEndpoint()) {
      route(HttpMethod.POST, "/v1/getJWT", limited(chatSdk::post)).onArrival(this::audit);
    }
  }

  /** Whether an address is that of a proxy that speaks for many clients. */
  boolean isTrustedProxy(String address) {
    return proxies.trusts(address);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = new Exchange(request);
    try {
      serve(exchange);
    } catch (RuntimeException bug) {
      exchange.bug(bug);
    }
  }

  private void serve(Exchange exchange) {
    Handler<HttpServerRequest> page = pages.get(exchange.exactPath());
    Resource resource = resources.get(exchange.path());
    exchange.logArrival(page != null || resource != null);
    if (!HostField.isSound(exchange.request())) {
      exchange.closeAfterwards();
      exchange.problem(BAD_HOST);
    } else if (draining.getAsBoolean()) {
      refuseToStart(exchange);
    } else if (page != null) {
      exchange.handOver(page);
    } else if (resource != null) {
      resource.serve(exchange, cors);
    } else if (cors.admit(exchange)) {
      exchange.problem(NOT_FOUND);
    }
  }

  private void refuseToStart(Exchange exchange) {
    exchange.closeAfterwards();
    if (cors.admit(exchange)) {
      exchange.problem(DRAINING, DRAINING_RETRY_AFTER);
    }
  }

  private Resource route(HttpMethod method, String path, Consumer<Exchange> handler) {
    return resources.computeIfAbsent(path, _ -> new Resource()).on(method, handler);
  }

  private void audit(Exchange exchange) {
    if (audit.isEnabled()) {
      String address = proxies.clientAddress(exchange.request());
      exchange.audit(new AuditTrail(audit, DEFAULT_INTEGRATION, address));
    }
  }

  private Consumer<Exchange> limited(Consumer<Exchange> handler) {
    return exchange -> {
      if (limits.admitAddress(exchange)) {
        handler.accept(exchange);
      }
    };
  }
}
