package io.axptoken.service.config.rules;

import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.SignOff;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement.Finding;
import io.axptoken.service.config.rules.ReadinessRule.OfPlaces;
import io.axptoken.service.config.rules.ReadinessRule.OfServer;
import io.axptoken.service.config.rules.ReadinessRule.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges whether a configuration may run where strangers can reach it.
 *
 * @param <S> the settings that are judged
 */
public final class Readiness<S> {
  private static final int MOST_NAMED = 10;

  private final ServerSettings server;
  private final String places;
  private final List<Finding> refusals = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> accepted = new ArrayList<>();
  private final List<SignOff> unused;

  private Readiness(ServerSettings server, String places) {
    this.server = server;
    this.places = places;
    this.unused = new ArrayList<>(server.accepted());
  }

  /**
   * Judges by all rules; changes and reads nothing else.
   *
   * @param places how many of its places are called, such as {@code integrations}
   */
  public static <S> Judgement judge(
      List<ReadinessRule<S>> rules,
      String places,
      ServerSettings server,
      S settings,
      EffectiveSettings effective) {
    Readiness<S> readiness = new Readiness<>(server, places);
    rules.forEach(rule -> readiness.judge(rule, settings, effective));
    return new Judgement(
        List.copyOf(readiness.refusals),
        List.copyOf(readiness.warnings),
        List.copyOf(readiness.accepted),
        List.copyOf(readiness.unused));
  }

  private void judge(ReadinessRule<S> rule, S settings, EffectiveSettings effective) {
    if (rule.check() instanceof OfPlaces<S> of) {
      judge(rule, of.broken().apply(settings));
    } else if (rule.check() instanceof OfServer<S> of && of.broken().test(settings, effective)) {
      judge(rule);
    }
  }

  private void judge(ReadinessRule<S> rule) {
    boolean signedOff = server.accepted().contains(new SignOff(rule.name(), null));
    unused.removeIf(signOff -> signOff.rule().equals(rule.name()));
    find(rule, signedOff, rule.what());
  }

  private void judge(ReadinessRule<S> rule, List<? extends Place> broken) {
    if (server.accepted().isEmpty()) { // As a rule; and there may be hundreds.
      find(rule, false, broken);
      return;
    }
    var bySignOff =
        broken.stream().collect(Collectors.partitioningBy(place -> isSignedOff(rule, place)));
    bySignOff.forEach((signedOff, some) -> find(rule, signedOff, some));
  }

  private void find(ReadinessRule<S> rule, boolean signedOff, List<? extends Place> broken) {
    if (!broken.isEmpty()) {
      find(rule, signedOff, said(rule, broken));
    }
  }

  private boolean isSignedOff(ReadinessRule<S> rule, Place place) {
    unused.removeIf(signOff -> signOff.covers(rule.name(), place.name()));
    return server.accepted().stream()
        .anyMatch(signOff -> signOff.covers(rule.name(), place.name()));
  }

  private String said(ReadinessRule<S> rule, List<? extends Place> broken) {
    if (broken.size() == 1) {
      return rule.said(broken.getFirst());
    }
    String names =
        broken.stream().limit(MOST_NAMED).map(Place::name).collect(Collectors.joining(", "));
    int more = broken.size() - MOST_NAMED;
    return rule.saidInGeneral()
        + " That concerns the "
        + places
        + " "
        + names
        + (more > 0 ? " and " + more + " more." : ".");
  }

  private void find(ReadinessRule<S> rule, boolean signedOff, String message) {
    boolean refused = rule.severe() && server.production();
    (signedOff ? accepted : refused ? refusals : warnings)
        .add(new Finding(rule.name(), message, rule.remedy()));
  }
}
