package io.axptoken.service.config.rules;

import io.axptoken.service.config.load.EffectiveSettings;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * One rule of what speaks against running a configuration where strangers can reach it.
 *
 * @param <S> the settings that are judged
 * @param name stable, such as {@code any-origin}
 * @param severe whether it refuses the start in production
 * @param check finds out whether it is broken
 * @param what is unsafe, in a sentence; {@code {key}} in it stands for the setting of the place
 * @param why it matters, in a sentence or two
 * @param remedy what to do, in a sentence
 */
public record ReadinessRule<S>(
    String name, boolean severe, Check<S> check, String what, String why, String remedy) {

  /** Part of a configuration that is judged by itself, such as a named group. */
  public interface Place {
    /** How the operator calls it. */
    String name();

    /** The key of one of its settings, named as in the section that it may come from. */
    String key(String key);
  }

  /**
   * Finds out whether a rule is broken.
   *
   * @param <S> the settings that are judged
   */
  public sealed interface Check<S> {}

  /** A rule of the server as such. */
  public record OfServer<S>(BiPredicate<S, EffectiveSettings> broken) implements Check<S> {}

  /**
   * A rule that holds for each place.
   *
   * @param key the setting at fault, named as in the section that it may be inherited from
   * @param broken the places where it is broken
   */
  public record OfPlaces<S>(String key, Function<S, List<? extends Place>> broken)
      implements Check<S> {}

  /** One that refuses the start in production. */
  public static <S> ReadinessRule<S> severe(
      String name, Check<S> check, String what, String why, String remedy) {
    return new ReadinessRule<>(name, true, check, what, why, remedy);
  }

  /** One that warns. */
  public static <S> ReadinessRule<S> lesser(
      String name, Check<S> check, String what, String why, String remedy) {
    return new ReadinessRule<>(name, false, check, what, why, remedy);
  }

  /** Whether it is judged place by place. */
  public boolean isOfPlaces() {
    return check instanceof OfPlaces;
  }

  /** What is unsafe in that place, or in all of them. */
  String said(Place place) {
    return check instanceof OfPlaces<S> of ? what.replace("{key}", place.key(of.key())) : what;
  }

  /** What is unsafe, wherever it is. */
  public String saidInGeneral() {
    return check instanceof OfPlaces<S> of ? what.replace("{key}", of.key()) : what;
  }
}
