package io.axptoken.server.edge;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.observe.Audit;
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
  private final Map<String, Site> sites = new LinkedHashMap<>();

  Routes(Integration integration, TrustedProxies proxies, OwnOrigin own, Audit audit) {
    this.integration = integration;
    this.proxies = proxies;
    this.provenance = new Provenance(proxies, own);
    this.audit = audit;
    this.limits = new LimitGate(integration.limits(), proxies);
    this.success = new SuccessJson(integration.client());
    this.cors =
        new Cors(
            new OriginPolicy(integration.allowedOrigins()),
            own,
            integration.identity().isAmbient(),
            integration.originsKey());
  }

  /** The usual routes. */
  Routes usual() {
    TokenRoute token = tokenRoute(RequestFields.TOKEN, success::token);
    on(HttpMethod.POST, "/token", limited(token::post));
    on(HttpMethod.GET, "/token", limited(token::get)).onArrival(this::audit);
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
    on(HttpMethod.POST, "/v1/getJWT", limited(chatSdk::post)).onArrival(this::audit);
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

  private void audit(Exchange exchange) {
    if (audit.isEnabled()) {
      String address = exchange.clientAddress(proxies);
      exchange.audit(new AuditTrail(audit, integration.name(), address));
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
