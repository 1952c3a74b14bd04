package io.axptoken.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators take upon themselves: a rule of the readiness check that they know to be broken.
 *
 * @param rule its name
 * @param integration where, or {@code null} for everywhere
 */
public record SignOff(String rule, @Nullable String integration) {
  private static final String SYNTAX = "a rule of the readiness check such as any-origin";

  static final ValueType.Many<SignOff> LIST =
      new ValueType.Many<>(
          "a list of rules of the readiness check, such as any-origin, or any-origin:sales for one"
              + " integration",
          ValueType.of(SYNTAX, SignOff::parse),
          all -> all);

  private static SignOff parse(String text) throws InvalidValue {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    ReadinessRule rule = ReadinessRules.find(name);
    if (rule == null) {
      String nearest = Nearest.key(name, ReadinessRules.names());
      throw InvalidValue.of(
          "must be " + SYNTAX,
          nearest == null ? "docs/readiness.md lists them" : "did you mean " + nearest + "?");
    }
    if (colon < 0) {
      return new SignOff(name, null);
    }
    if (!rule.isOfIntegrations()) {
      throw InvalidValue.of("must name " + name + " alone", "it concerns the whole server");
    }
    return new SignOff(name, text.substring(colon + 1));
  }

  boolean covers(ReadinessRule other, IntegrationSettings where) {
    return rule.equals(other.name()) && (integration == null || integration.equals(where.name()));
  }

  /** Every integration that is named must exist. */
  static void check(Scope scope, List<String> integrations) {
    List<SignOff> all = scope.find(ServerSection.ACCEPTED);
    for (SignOff signOff : all == null ? List.<SignOff>of() : all) {
      String name = signOff.integration();
      if (name != null && !integrations.contains(name)) {
        scope.problem(
            ServerSection.ACCEPTED,
            "must name integrations that there are, but %s is none: one of %s"
                .formatted(Shown.quoted(signOff.toString()), String.join(", ", integrations)));
      }
    }
  }

  @Override
  public String toString() {
    return integration == null ? rule : rule + ":" + integration;
  }
}
