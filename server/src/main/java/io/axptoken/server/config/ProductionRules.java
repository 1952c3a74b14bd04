package io.axptoken.server.config;

import io.axptoken.server.config.ReadinessRule.OfIntegration;
import io.axptoken.server.config.ReadinessRule.OfServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges whether a configuration may run where strangers can reach it. */
public final class ProductionRules {
  private static final int MOST_NAMED = 10;

  private final Settings settings;
  private final EffectiveSettings effective;
  private final List<Finding> refusals = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> accepted = new ArrayList<>();
  private final List<SignOff> unused;

  private ProductionRules(Settings settings, EffectiveSettings effective) {
    this.settings = settings;
    this.effective = effective;
    this.unused = new ArrayList<>(settings.server().accepted());
  }

  /**
   * What was found.
   *
   * @param refusals why the server must not start; empty unless {@code server.production} is set
   * @param warnings what the operator should know
   * @param accepted what operators know, and signed off
   * @param unused what they signed off, though it is not to be found
   */
  public record Judgement(
      List<Finding> refusals,
      List<Finding> warnings,
      List<Finding> accepted,
      List<SignOff> unused) {}

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

  /** Judges all rules; changes and reads nothing else. */
  public static Judgement judge(Settings settings, EffectiveSettings effective) {
    ProductionRules rules = new ProductionRules(settings, effective);
    ReadinessRules.ALL.forEach(rules::judge);
    return new Judgement(
        List.copyOf(rules.refusals),
        List.copyOf(rules.warnings),
        List.copyOf(rules.accepted),
        List.copyOf(rules.unused));
  }

  private void judge(ReadinessRule rule) {
    if (rule.check() instanceof OfIntegration of) {
      judge(rule, of.brokenBy(settings));
    } else if (rule.check() instanceof OfServer(var broken) && broken.test(settings, effective)) {
      boolean signedOff = settings.server().accepted().contains(new SignOff(rule.name(), null));
      unused.removeIf(signOff -> signOff.rule().equals(rule.name()));
      find(rule, signedOff, rule.what());
    }
  }

  private void judge(ReadinessRule rule, List<IntegrationSettings> broken) {
    if (settings.server().accepted().isEmpty()) { // As a rule; and there may be hundreds.
      find(rule, false, broken);
      return;
    }
    var bySignOff =
        broken.stream().collect(Collectors.partitioningBy(one -> isSignedOff(rule, one)));
    bySignOff.forEach((signedOff, some) -> find(rule, signedOff, some));
  }

  private void find(ReadinessRule rule, boolean signedOff, List<IntegrationSettings> broken) {
    if (!broken.isEmpty()) {
      find(rule, signedOff, said(rule, broken));
    }
  }

  private boolean isSignedOff(ReadinessRule rule, IntegrationSettings integration) {
    unused.removeIf(signOff -> signOff.covers(rule, integration));
    return settings.server().accepted().stream()
        .anyMatch(signOff -> signOff.covers(rule, integration));
  }

  private static String said(ReadinessRule rule, List<IntegrationSettings> broken) {
    if (broken.size() == 1) {
      return rule.said(broken.getFirst());
    }
    String names =
        broken.stream()
            .limit(MOST_NAMED)
            .map(IntegrationSettings::name)
            .collect(Collectors.joining(", "));
    int more = broken.size() - MOST_NAMED;
    return rule.saidInGeneral()
        + " That concerns the integrations "
        + names
        + (more > 0 ? " and " + more + " more." : ".");
  }

  private void find(ReadinessRule rule, boolean signedOff, String message) {
    boolean refused = rule.severe() && settings.server().production();
    (signedOff ? accepted : refused ? refusals : warnings)
        .add(new Finding(rule.name(), message, rule.remedy()));
  }
}
