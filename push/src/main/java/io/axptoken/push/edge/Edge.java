package io.axptoken.push.edge;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Methods;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Route;
import io.axptoken.service.http.Routes;
import io.axptoken.service.http.Surface;
import io.axptoken.service.http.filter.AccessLogged;
import io.axptoken.service.http.filter.AddressLimit;
import io.axptoken.service.http.filter.EveryRequest;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.key.ApiKeys;
import io.axptoken.service.limit.RateLimit;
import io.axptoken.service.limit.RateLimiter;
import io.axptoken.service.observe.access.AccessLog;
import io.axptoken.service.reload.LongLived;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The public HTTP surface: every path, and what a request meets before it is answered.
 *
 * <pre>
 * EveryRequest
 * ├─ AdminOnly                      no key → 401
 * │  ├─ /configs, /configs/{id}
 * │  ├─ /device-registrations, /device-registrations:search
 * │  └─ /notifications
 * ├─ AddressLimit                   → 429
 * │  └─ Guards.registration         → 401
 * │     └─ /device-registrations/{token}
 * └─ Guards.callback                → 401, 403
 *    └─ /axp-callback/notifications, /axp-callback/{secret}/notifications
 * </pre>
 */
public final class Edge {
  private static final String BASE = "/custom-notification-connector";
  private static final String CONFIGS = BASE + "/configs";
  private static final String DEVICES = BASE + "/device-registrations";
  private static final String CALLBACK = BASE + "/axp-callback/";
  private static final String EVENTS = "notifications";

  /** A site may have so many times the limit of an address. */
  private static final int ADDRESSES_PER_NETWORK = 16;

  private static final Problem NOTHING =
      Problem.of(HttpProblem.NOT_FOUND, "There is nothing here; paths begin with " + BASE + ".");

  private final PushSettings settings;
  private final ConfigRoutes configs;
  private final DeviceRoutes devices;
  private final EventRoutes events;
  private final Filter admin;
  private final Filter registration;
  private final Filter callback;
  private final Route nothing = Route.nothing(Filter.NONE, NOTHING);

  private Edge(PushSettings settings, EdgeParts parts, LongLived lasting) {
    this.settings = settings;
    this.configs = new ConfigRoutes(parts.configs(), parts.keys(), parts.hosts());
    this.devices = new DeviceRoutes(parts.devices());
    this.events = new EventRoutes(parts.keeper(), lasting.clock(), parts.metrics());
    this.admin = new AdminOnly(new ApiKeys(settings.adminKeys()));
    this.registration = limit(parts).then(Guards.registration(settings.registration()));
    this.callback = Guards.callback(settings.callback());
  }

  private Filter limit(EdgeParts parts) {
    RateLimit limit =
        new RateLimit(
            settings.limits().perAddress().requests(),
            settings.limits().perAddress().period(),
            settings.limits().burst());
    return new AddressLimit(
        new RateLimiter(limit, TimeMeter.SYSTEM_NANOTIME, parts.buckets()),
        new RateLimiter(
            limit.times(ADDRESSES_PER_NETWORK), TimeMeter.SYSTEM_NANOTIME, parts.buckets()),
        "requests about devices",
        parts.metrics().limited("address"));
  }

  /** The surface of these settings. */
  public static Surface surface(
      PushSettings settings, EdgeParts parts, AccessLog access, LongLived lasting) {
    Edge edge = new Edge(settings, parts, lasting);
    return new Surface(
        new AccessLogged(access),
        EveryRequest.to(edge.routes(), lasting.health()),
        new TrustedProxies(settings.server().trustedProxies()),
        lasting.metrics().inFlight()::count);
  }

  private Routes routes() {
    Routes routes = new Routes(BASE + "/", this::elsewhere);
    routes.exactly("/", route("/", on(HttpMethod.GET, Edge::greeting)));
    routes.exactly(
        CONFIGS,
        route(
            CONFIGS,
            admin.to(
                new Methods()
                    .on(HttpMethod.GET, _ -> configs.list())
                    .on(HttpMethod.POST, configs::create))));
    routes.exactly(DEVICES, route(DEVICES, admin.to(on(HttpMethod.GET, _ -> devices.list()))));
    routes.exactly(
        DEVICES + ":search",
        route(DEVICES + ":search", admin.to(on(HttpMethod.POST, devices::search))));
    routes.exactly(
        BASE + "/" + EVENTS,
        route(BASE + "/" + EVENTS, admin.to(on(HttpMethod.POST, events::notification))));
    return routes;
  }

  private static Future<Answer> greeting(Request request) {
    return Future.succeededFuture(
        Json.answer(new JsonObject().put("service", "AXP push connector")));
  }

  private static Methods on(HttpMethod method, Endpoint endpoint) {
    return new Methods().on(method, endpoint);
  }

  private static Route route(String name, Endpoint endpoint) {
    return new Route(name, null, Filter.NONE, endpoint);
  }

  private Route elsewhere(Request request) {
    String path = request.path();
    String config = Paths.segment(path, CONFIGS + "/");
    if (config != null) {
      return route(CONFIGS + "/{configId}", admin.to(config(config)));
    }
    String token = Paths.segment(path, DEVICES + "/");
    if (token != null) {
      return route(DEVICES + "/{deviceToken}", registration.to(device(token)));
    }
    return isCallback(path)
        ? route(CALLBACK + EVENTS, callback.to(on(HttpMethod.POST, events::callback)))
        : nothing;
  }

  private Methods config(String id) {
    return new Methods()
        .on(HttpMethod.GET, _ -> configs.get(id))
        .on(HttpMethod.PUT, with(id, configs::put))
        .on(HttpMethod.DELETE, _ -> configs.delete(id));
  }

  private Methods device(String token) {
    return new Methods()
        .on(HttpMethod.GET, _ -> devices.get(token))
        .on(HttpMethod.PUT, with(token, devices::register))
        .on(HttpMethod.DELETE, _ -> devices.delete(token));
  }

  private static Endpoint with(String name, BiFunction<Request, String, Future<Answer>> endpoint) {
    return request -> endpoint.apply(request, name);
  }

  /** With a secret, the path without it is none. */
  private boolean isCallback(String path) {
    Secret secret = settings.callback().secret();
    return secret.isEmpty()
        ? path.equals(CALLBACK + EVENTS)
        : path.endsWith("/" + EVENTS) && Secret.of(middle(path)).equals(secret);
  }

  private static String middle(String path) {
    int end = path.length() - EVENTS.length() - 1;
    String middle =
        path.startsWith(CALLBACK) && end > CALLBACK.length()
            ? path.substring(CALLBACK.length(), end)
            : "";
    @Nullable String decoded = Paths.segment("/" + middle, "/");
    return decoded == null ? "" : decoded;
  }
}
