package io.axptoken.server.settings.rules;

import static io.axptoken.service.config.rules.ReadinessRule.lesser;
import static io.axptoken.service.config.rules.ReadinessRule.severe;

import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.JwtSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.rules.ReadinessRule;
import io.axptoken.service.config.rules.ReadinessRule.OfPlaces;
import io.axptoken.service.config.rules.ReadinessRule.OfServer;
import io.axptoken.service.config.type.AddressRange;
import io.axptoken.service.config.type.AllowedOrigins;
import io.axptoken.service.config.type.Hosts;
import java.util.List;
import java.util.function.BiPredicate;

/** All rules of what speaks against running a configuration where strangers can reach it. */
public final class ReadinessRules {
  private static final String TLS_REMEDY =
      "Set server.ssl, or name the proxy that does HTTPS in server.trustedProxies.";

  public static final List<ReadinessRule<Settings>> ALL =
      List.of(
          severe(
              "claimed-identity",
              ofIntegration("identity.modes", (_, one) -> has(one, Mode.CLAIMED)),
              "{key} has claimed: whoever asks becomes the user they name, and can read that user's"
                  + " conversations.",
              "User ids are guessed, seen in logs and shared in links. Whoever knows one would get a"
                  + " token of that user from anywhere on the internet.",
              "Use a mode that proves who the user is, such as jwt, apiKey or guest; see"
                  + " docs/identity.md."),
          severe(
              "any-origin",
              ofIntegration(
                  "server.allowedOrigins",
                  (_, one) -> one.allowedOrigins().contains(AllowedOrigins.ANY)),
              "{key} is *: every page on the internet may ask for tokens.",
              "Any page that a user happens to visit could ask for a token from the user's own browser,"
                  + " and from the company's network.",
              "List the origins of your own pages."),
          severe(
              "plain-http",
              new OfServer<>((settings, _) -> servesStrangersPlainHttp(settings.server())),
              "server.ssl is false on a network address: tokens travel readable.",
              "Everybody between the browser and the server can read the tokens and the proofs of"
                  + " identity, and use them.",
              "Set server.ssl, listen on 127.0.0.1, or name the proxy that does HTTPS in"
                  + " server.trustedProxies."),
          severe(
              "guest-without-tls",
              ofIntegration(
                  "identity.modes", (server, one) -> has(one, Mode.GUEST) && !knowsTls(server)),
              "{key} has guest, but nothing tells that browsers come over HTTPS: the cookie is not"
                  + " kept to it.",
              "Without HTTPS the cookie has neither its Secure mark nor the __Host- prefix: a network"
                  + " can read it, another host of the domain can set it, and pages of other sites"
                  + " cannot use it.",
              TLS_REMEDY),
          severe(
              "jwt-any-audience",
              ofIntegration("identity.jwt.audience", (_, one) -> takesAnyAudience(one)),
              "{key} takes any audience: a token made for another application is good here, too.",
              "An identity provider signs the tokens of all its applications with the same keys. The"
                  + " operator of any of them could be any user here (RFC 8725, 3.9).",
              "Name the audience that your tokens have, or your clients in"
                  + " identity.jwt.authorizedParties."),
          severe(
              "every-proxy",
              new OfServer<>((settings, _) ->
                  settings.server().trustedProxies().stream()
                      .anyMatch(AddressRange::isTheInternet)),
              "server.trustedProxies covers every address, or a good part of the internet: anybody"
                  + " there can forge the address they are counted under.",
              "Forwarding headers of anybody are believed: the limits by address count for nothing,"
                  + " the audit shows made-up addresses, and plain HTTP passes for HTTPS.",
              "Name the addresses of your proxies alone."),
          lesser(
              "open-management",
              new OfServer<>((settings, _) -> Hosts.isWildcard(settings.management().host())),
              "management.host listens on every network.",
              "Probes and metrics tell strangers how the server is doing.",
              "Bind it to an address that only your monitoring reaches."),
          lesser(
              "open-secret",
              new OfServer<>((_, effective) -> !effective.openSecrets().isEmpty()),
              "A secret stands in the configuration file itself.",
              "Configuration files are copied, mailed and kept in version control.",
              "Put it into a file of its own and refer to it with ${file:/path}, or set it in the"
                  + " environment."),
          lesser(
              "no-audit",
              new OfServer<>((settings, _) -> !settings.audit().enabled()),
              "audit.enabled is false: nothing records who was given a token.",
              "After an incident nobody can tell whose tokens were taken.",
              "Set it to true; see docs/audit.md for what it shows, and what it does not."));

  private ReadinessRules() {}

  public static List<String> names() {
    return ALL.stream().map(ReadinessRule::name).toList();
  }

  private static OfPlaces<Settings> ofIntegration(
      String key, BiPredicate<ServerSettings, IntegrationSettings> broken) {
    return new OfPlaces<>(
        key,
        settings ->
            settings.integrations().stream()
                .filter(one -> broken.test(settings.server(), one))
                .toList());
  }

  private static boolean has(IntegrationSettings integration, Mode mode) {
    return integration.identity().modes().contains(mode);
  }

  private static boolean takesAnyAudience(IntegrationSettings integration) {
    JwtSettings jwt = integration.identity().jwt();
    return has(integration, Mode.JWT)
        && jwt.audience().isEmpty()
        && jwt.authorizedParties().isEmpty();
  }

  private static boolean knowsTls(ServerSettings server) {
    return server.ssl() || !server.trustedProxies().isEmpty();
  }

  private static boolean servesStrangersPlainHttp(ServerSettings server) {
    return !knowsTls(server) && !Hosts.isLoopback(server.host());
  }
}
