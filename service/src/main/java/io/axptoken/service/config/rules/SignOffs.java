package io.axptoken.service.config.rules;

import io.axptoken.service.config.SignOff;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Family;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.schema.SignOffType;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is signed off to the rules and the places that there are.
 *
 * @param rules all rules of the program
 * @param family what the places are
 * @param places their names
 */
public record SignOffs(List<? extends ReadinessRule<?>> rules, Family family, List<String> places) {
  /** What is signed off must exist. */
  public void check(Scope scope) {
    List<SignOff> all = scope.find(ServerSection.ACCEPTED);
    for (SignOff signOff : all == null ? List.<SignOff>of() : all) {
      String fault = faultOf(signOff);
      if (fault != null) {
        scope.problem(ServerSection.ACCEPTED, fault);
      }
    }
  }

  private @Nullable String faultOf(SignOff signOff) {
    String shown = DisplayText.quoted(signOff.toString());
    ReadinessRule<?> rule = find(signOff.rule());
    if (rule == null) {
      return "must be " + SignOffType.SYNTAX + ", but is " + shown + ": " + advice(signOff.rule());
    }
    if (signOff.place() != null && !rule.isOfPlaces()) {
      return "must name %s alone, but is %s: it concerns the whole server"
          .formatted(rule.name(), shown);
    }
    return signOff.place() == null || places.contains(signOff.place())
        ? null
        : "must name %s that there are, but %s is none: one of %s"
            .formatted(family.section(), shown, String.join(", ", places));
  }

  private String advice(String name) {
    String nearest = Nearest.key(name, rules.stream().map(ReadinessRule::name).toList());
    return nearest == null ? "docs/readiness.md lists them" : "did you mean " + nearest + "?";
  }

  private @Nullable ReadinessRule<?> find(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst().orElse(null);
  }
}
