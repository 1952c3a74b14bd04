package io.axptoken.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What speaks against running this configuration where strangers can reach it. */
public final class ProductionRules {
  static final List<Rule> RULES =
      List.of(
          new Rule(
              "claimed-identity",
              true,
              (settings, _) -> settings.identity().modes().contains(IdentitySettings.Mode.CLAIMED),
              "identity.modes has claimed: whoever asks becomes the user he names, and can read"
                  + " that user's conversations.",
              "Use a mode that proves who the user is, such as apiKey or guest; see"
                  + " docs/identity.md."),
          new Rule(
              "any-origin",
              true,
              (settings, _) -> settings.server().allowedOrigins().contains(AllowedOrigins.ANY),
              "server.allowedOrigins is *: every page on the internet may ask for tokens.",
              "List the origins of your own pages."),
          new Rule(
              "plain-http",
              true,
              (settings, _) -> servesStrangersPlainHttp(settings.server()),
              "server.ssl is false on a network address: tokens travel readable.",
              "Set server.ssl, listen on 127.0.0.1, or name the proxy that does HTTPS in"
                  + " server.trustedProxies."),
          new Rule(
              "every-proxy",
              false,
              (settings, _) ->
                  settings.server().trustedProxies().stream().anyMatch(p -> p.endsWith("/0")),
              "server.trustedProxies covers every address: anybody can forge the address he is"
                  + " counted under.",
              "Name the addresses of your proxies alone."),
          new Rule(
              "open-management",
              false,
              (settings, _) -> Hosts.isWildcard(settings.management().host()),
              "management.host listens on every network.",
              "Bind it to an address that only your monitoring reaches."),
          new Rule(
              "open-secret",
              false,
              (_, effective) -> !effective.openSecrets().isEmpty(),
              "A secret stands in the configuration file itself.",
              "Put it into a file of its own and refer to it with ${file:/path}, or set it in the"
                  + " environment."));

  private ProductionRules() {}

  /**
   * What was found.
   *
   * @param refusals why the server must not start; empty unless {@code server.production} is set
   * @param warnings what the operator should know
   */
  public record Judgement(List<Finding> refusals, List<Finding> warnings) {}

  /**
   * One finding.
   *
   * @param name stable, such as {@code any-origin}
   * @param message what is unsafe, in a sentence
   * @param remedy what to do, in a sentence
   */
  public record Finding(String name, String message, String remedy) {
    @Override
    public String toString() {
      return message + " " + remedy + " [" + name + "]";
    }
  }

  /** What to look for, and what to say about it. */
  record Rule(
      String name,
      boolean severe,
      BiPredicate<Settings, EffectiveSettings> broken,
      String message,
      String remedy) {}

  /** Judges all rules; changes and reads nothing else. */
  public static Judgement judge(Settings settings, EffectiveSettings effective) {
    List<Finding> refusals = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    for (Rule rule : RULES) {
      if (rule.broken().test(settings, effective)) {
        boolean refused = rule.severe() && settings.server().production();
        (refused ? refusals : warnings)
            .add(new Finding(rule.name(), rule.message(), rule.remedy()));
      }
    }
    return new Judgement(List.copyOf(refusals), List.copyOf(warnings));
  }

  private static boolean servesStrangersPlainHttp(ServerSettings server) {
    return !server.ssl() && !Hosts.isLoopback(server.host()) && server.trustedProxies().isEmpty();
  }
}
