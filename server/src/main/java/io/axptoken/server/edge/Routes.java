package io.axptoken.server.edge;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.observe.metrics.TokenMeters;
import io.axptoken.server.observe.trace.TokenSpan;
import io.axptoken.server.observe.trace.Tracing;
import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The routes of one integration, each with its filters. */
final class Routes {
  private final Integration integration;
  private final TrustedProxies proxies;
  private final Provenance provenance;
  private final LimitGate limits;
  private final SuccessJson success;
  private final Cors cors;
  private final Audit audit;
  private final Tracing tracing;
  private final TokenMeters<ProblemKind> meters;
  private final Map<String, Site> sites = new LinkedHashMap<>();

  Routes(
      Integration integration,
      TrustedProxies proxies,
      OwnOrigin own,
      LimitGate limits,
      Audit audit,
      TokenMeters<ProblemKind> meters,
      Tracing tracing) {
    this.tracing = tracing;
    this.integration = integration;
    this.proxies = proxies;
    this.provenance = new Provenance(proxies, own, integration.identity().isAmbient());
    this.audit = audit;
    this.meters = meters;
    this.limits = limits;
    this.success = new SuccessJson(integration.client());
    this.cors =
        new Cors(
            new OriginPolicy(integration.allowedOrigins()),
            own,
            integration.identity().isAmbient(),
            integration.originsKey(),
            () -> meters.refused(ProblemKind.ORIGIN_NOT_ALLOWED));
  }

  /** What counts the requests of an integration; it shows from the start on, be there none. */
  static TokenMeters<ProblemKind> meters(Integration integration, Metrics metrics) {
    return metrics.tokens(
        integration.name(),
        integration.identity().modes(),
        ProblemKind.class,
        ProblemKind::slug,
        ProblemKind::isOurs);
  }

  /** The usual routes. */
  Routes usual() {
    TokenRoute token = tokenRoute(RequestFields.TOKEN, success::token);
    on(HttpMethod.POST, "/token", limited(token::post));
    on(HttpMethod.GET, "/token", limited(token::get)).onArrival(follow("/token"));
    if (integration.issuer().reusesTokens()) {
      on(HttpMethod.DELETE, "/token", limited(token::delete));
    }
    on(HttpMethod.GET, "/config", exchange -> exchange.ok(success.config()));
    return this;
  }

  private TokenRoute tokenRoute(RequestFields fields, Function<EndUserToken, Buffer> json) {
    return new TokenRoute(
        integration.identity(), provenance, limits, integration.issuer(), fields, json);
  }

  /** The route of the older Chat SDK. */
  Routes chatSdk() {
    TokenRoute chatSdk = tokenRoute(RequestFields.CHAT_SDK, success::chatSdkToken);
    on(HttpMethod.POST, "/v1/getJWT", limited(chatSdk::post)).onArrival(follow("/v1/getJWT"));
    return this;
  }

  /** What there is, by path. */
  Map<String, Site> sites() {
    return sites;
  }

  Cors cors() {
    return cors;
  }

  private Resource on(HttpMethod method, String path, Consumer<Exchange> handler) {
    return sites
        .computeIfAbsent(
            integration.path() + path,
            _ -> new Site(route(path), integration.name(), new Resource(), cors))
        .resource()
        .on(method, handler);
  }

  /** The paths of all integrations but the default one are alike. */
  private String route(String path) {
    return integration.path().isEmpty() ? path : "/integrations/{name}" + path;
  }

  private Consumer<Exchange> follow(String path) {
    String route = route(path);
    return exchange -> arrived(exchange, route);
  }

  private void arrived(Exchange exchange, String route) {
    String address = audit.isEnabled() ? exchange.clientAddress(proxies) : null;
    TokenSpan span = tracing.begin(exchange.request(), route, integration.name());
    exchange.follow(new TokenTrail(audit, meters, span, integration.name(), address));
  }

  private Consumer<Exchange> limited(Consumer<Exchange> handler) {
    return exchange -> {
      if (limits.admitAddress(exchange)) {
        handler.accept(exchange);
      }
    };
  }
}
