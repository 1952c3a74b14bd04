package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.schema.GatewaySection;
import io.axptoken.server.settings.schema.IdentitySection;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.type.AddressRange;
import io.axptoken.service.config.type.AllowedOrigins;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.WebAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What identity mode {@code gateway} asks of its settings, and of the server's. */
final class GatewayRules {
  private final Scope scope;

  private GatewayRules(Scope scope) {
    this.scope = scope;
  }

  static void check(Scope scope) {
    List<IdentitySettings.Mode> modes = scope.find(IdentitySection.MODES);
    if (modes != null && modes.contains(IdentitySettings.Mode.GATEWAY)) {
      GatewayRules rules = new GatewayRules(scope);
      rules.checkProxies();
      rules.checkOrigins();
      rules.checkPreset();
    }
  }

  private void checkProxies() {
    List<String> proxies = scope.find(ServerSection.TRUSTED_PROXIES);
    if (proxies != null && proxies.stream().anyMatch(AddressRange::isTheInternet)) {
      scope.problem(
          ServerSection.TRUSTED_PROXIES,
          "must not cover every address with identity mode gateway: anybody could be anyone");
    } else if (Objects.equals(proxies, List.of())) {
      scope.problem(
          ServerSection.TRUSTED_PROXIES,
          "must name the gateway's addresses for identity mode gateway: only its headers are"
              + " believed");
    }
  }

  private void checkOrigins() {
    List<String> origins = scope.find(ServerSection.ALLOWED_ORIGINS);
    if (origins != null && origins.contains(AllowedOrigins.ANY)) {
      scope.problem(
          ServerSection.ALLOWED_ORIGINS,
          "must not be * with identity mode gateway, as any page could ask for the user that the"
              + " gateway knows: list the origins of your pages, or [] if this server is their"
              + " origin");
    }
  }

  private void checkPreset() {
    switch (scope.find(GatewaySection.PRESET)) {
      case HEADERS -> checkUserId();
      case ALB -> require(GatewaySection.SIGNERS, "name the ARNs of your load balancers");
      case CLOUDFLARE -> {
        checkTeam();
        require(GatewaySection.AUDIENCE, "write the AUD tag of the Access application");
      }
      case OAUTH2_PROXY, AUTH_REQUEST, ISTIO -> {}
      case null -> {} // Its value is a problem already.
    }
  }

  private void checkUserId() {
    Map<String, String> headers = scope.find(GatewaySection.HEADERS);
    if (headers != null && headers.getOrDefault("userId", "").isEmpty()) {
      scope.problem(
          GatewaySection.HEADERS,
          "must name the header with the userId for identity mode gateway, or set"
              + " identity.gateway.preset");
    }
  }

  private void require(Property<List<String>> property, String advice) {
    if (Objects.equals(scope.find(property), List.of())) {
      scope.problem(
          property, "is required with this %s: %s".formatted(GatewaySection.PRESET.key(), advice));
    }
  }

  private void checkTeam() {
    String issuer = scope.find(GatewaySection.ISSUER);
    if (issuer == null) {
      return;
    }
    try {
      WebAddress.parse(issuer);
    } catch (InvalidValue _) {
      scope.problem(
          GatewaySection.ISSUER,
          "must be the URL of your team with preset cloudflare, such as"
              + " https://shop.cloudflareaccess.com");
    }
  }
}
