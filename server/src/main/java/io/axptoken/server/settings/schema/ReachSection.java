package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;
import static io.axptoken.service.config.schema.Protection.Unguarded.IS_EXCHANGED;

import io.axptoken.client.Resilience;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.server.settings.LibrarySecret;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.HostAndPort;
import io.axptoken.service.config.type.Hosts;
import io.axptoken.service.config.type.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of {@code axp} on how the platform is reached, and on what is borne of it. */
public final class ReachSection {
  static final Property<Optional<HostAndPort>> HTTP_PROXY =
      optional(
          "axp.httpProxy",
          ProxyType.TYPE,
          "",
          Protection.none(CHECKS_NOTHING),
          "HTTP proxy on the way to the platform, such as http://proxy.example.com:3128; its tunnels"
              + " carry every connection.");
  static final Property<String> HTTP_PROXY_USER =
      optional(
          "axp.httpProxyUser",
          ProxyType.USER,
          "",
          Protection.none(CHECKS_NOTHING),
          "The user that the proxy knows us as, if it asks; together with axp.httpProxyPassword.");
  static final Property<Secret> HTTP_PROXY_PASSWORD =
      optional(
          "axp.httpProxyPassword",
          Types.SECRET,
          "",
          Protection.none(IS_EXCHANGED),
          "Password of that user.");
  static final Property<Integer> MAX_CONCURRENT =
      optional(
          "axp.resilience.maxConcurrent",
          Types.number(1, 10_000),
          Integer.toString(Resilience.DEFAULT.maxConcurrent()),
          Protection.none(CHECKS_NOTHING),
          "How many tokens may be under way at once; further requests are answered 503.");
  static final Property<Integer> RETRIES =
      optional(
          "axp.resilience.retries",
          Types.number(0, Resilience.MOST_RETRIES),
          Integer.toString(Resilience.DEFAULT.retries()),
          Protection.none(CHECKS_NOTHING),
          "How often a call that found no working platform is repeated, under a budget of a fifth of"
              + " all calls.");
  static final Property<Boolean> CIRCUIT_BREAKER =
      optional(
          "axp.resilience.circuitBreaker",
          Types.SWITCH,
          "true",
          Protection.none(CHECKS_NOTHING),
          "Whether a platform that fails half of the time is left alone for moments.");

  static final List<Property<?>> PROPERTIES =
      List.of(
          HTTP_PROXY,
          HTTP_PROXY_USER,
          HTTP_PROXY_PASSWORD,
          MAX_CONCURRENT,
          RETRIES,
          CIRCUIT_BREAKER);

  private ReachSection() {}

  static Resilience resilience(Values values) {
    return new Resilience(
        values.get(RETRIES), values.get(MAX_CONCURRENT), values.get(CIRCUIT_BREAKER));
  }

  static @Nullable HttpProxy proxy(Values values) {
    HostAndPort place = values.get(HTTP_PROXY).orElse(null);
    if (place == null) {
      return null;
    }
    String host = Hosts.unbracketed(place.host());
    String user = values.get(HTTP_PROXY_USER);
    return user.isEmpty()
        ? new HttpProxy(host, place.port())
        : new HttpProxy(
            host, place.port(), user, LibrarySecret.of(values.get(HTTP_PROXY_PASSWORD)));
  }

  public static void check(Scope scope) {
    Optional<HostAndPort> proxy = scope.find(HTTP_PROXY);
    String user = scope.find(HTTP_PROXY_USER);
    Secret password = scope.find(HTTP_PROXY_PASSWORD);
    if (proxy == null || user == null || password == null) {
      return; // Told already.
    }
    if (user.isEmpty() != password.isEmpty()) {
      scope.problem(
          user.isEmpty() ? HTTP_PROXY_USER : HTTP_PROXY_PASSWORD,
          "is required with " + scope.key(user.isEmpty() ? HTTP_PROXY_PASSWORD : HTTP_PROXY_USER));
    }
    if (proxy.isEmpty() && scope.isGiven(HTTP_PROXY_USER)) {
      scope.warn(
          "%s is not used without %s."
              .formatted(scope.key(HTTP_PROXY_USER), scope.key(HTTP_PROXY)));
    }
  }
}
