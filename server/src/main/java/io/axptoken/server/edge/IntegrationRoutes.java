package io.axptoken.server.edge;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.axptoken.server.observe.TokenMeters;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Methods;
import io.axptoken.service.http.Route;
import io.axptoken.service.http.filter.Cors;
import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.trace.Tracing;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/**
 * The routes of one integration, each with its filters in the order in which a request meets them.
 */
final class IntegrationRoutes {
  private final Integration integration;
  private final Provenance provenance;
  private final Filter addressLimit;
  private final UserLimit userLimit;
  private final SuccessJson success;
  private final Cors cors;
  private final Audit audit;
  private final Tracing tracing;
  private final TokenMeters meters;

  IntegrationRoutes(
      Integration integration,
      TrustedProxies proxies,
      OwnOrigin own,
      Filter addressLimit,
      UserLimit userLimit,
      Audit audit,
      TokenMeters meters,
      Tracing tracing) {
    boolean ambient = integration.identity().isAmbient();
    this.integration = integration;
    this.provenance = new Provenance(proxies, own, ambient);
    this.addressLimit = addressLimit;
    this.userLimit = userLimit;
    this.success = new SuccessJson(integration.client());
    this.audit = audit;
    this.tracing = tracing;
    this.meters = meters;
    this.cors =
        new Cors(
            new OriginPolicy(integration.allowedOrigins()),
            own,
            ambient,
            integration.originsKey(),
            () -> meters.refused(HttpProblem.ORIGIN_NOT_ALLOWED.slug()));
  }

  /**
   * What there is, by path.
   *
   * @param chatSdk whether the older Chat SDK's route is there
   */
  Map<String, Route> byPath(boolean chatSdk) {
    Map<String, Route> routes = new HashMap<>();
    put(routes, "/token", followed("/token"), tokens());
    put(routes, "/config", Filter.NONE, config());
    if (chatSdk) {
      put(routes, "/v1/getJWT", followed("/v1/getJWT"), chatSdkTokens());
    }
    return routes;
  }

  private void put(Map<String, Route> routes, String path, Filter followed, Methods methods) {
    Filter filters = cors.preflight(methods.allowed()).then(followed).then(cors.admission());
    routes.put(
        integration.path() + path,
        new Route(name(path), integration.name(), cors.admission(), filters.to(methods)));
  }

  private Methods tokens() {
    TokenRoute route = route(RequestFields.TOKEN, Purpose.TOKEN);
    Methods methods =
        new Methods()
            .on(POST, addressLimit.to(route::withBody))
            .on(GET, addressLimit.to(route::withoutBody));
    return integration.issuer().reusesTokens()
        ? methods.on(
            DELETE, addressLimit.to(route(RequestFields.TOKEN, Purpose.SIGN_OUT)::withBody))
        : methods;
  }

  private Methods config() {
    return new Methods().on(GET, _ -> Future.succeededFuture(Answer.json(success.config())));
  }

  private Methods chatSdkTokens() {
    TokenRoute route = route(RequestFields.CHAT_SDK, Purpose.TOKEN);
    return new Methods().on(POST, addressLimit.to(route::withBody));
  }

  private TokenRoute route(RequestFields fields, Purpose purpose) {
    return new TokenRoute(
        integration.identity(),
        provenance,
        userLimit,
        integration.issuer(),
        fields,
        fields.equals(RequestFields.CHAT_SDK) ? success::chatSdkToken : success::token,
        purpose);
  }

  private Filter followed(String path) {
    return new Followed(name(path), integration.name(), audit, meters, tracing);
  }

  /** The paths of all integrations but the default one are alike. */
  private String name(String path) {
    return integration.path().isEmpty() ? path : "/integrations/{name}" + path;
  }
}
