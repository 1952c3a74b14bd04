package io.axptoken.service.config.schema;

import io.axptoken.service.config.Secret;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * In which direction a setting protects less. Each declaration has to say it, so that no reload can
 * take away the protection of a setting that somebody forgot.
 *
 * @param refused what a reload refuses, for the reference
 * @param weaker whether the second value protects less than the first
 * @param bound whether a value of its own protects a group from the one that it would inherit
 * @param open what no group may bring along if none in force is as open
 */
public record Protection<T>(
    String refused, BiPredicate<T, T> weaker, boolean bound, Predicate<T> open) {

  /** Why no value of a setting protects less than another. */
  public enum Unguarded {
    /** Whatever it is, no request is accepted that would not be otherwise. */
    CHECKS_NOTHING("nothing"),
    /** A reload leaves it as it is. */
    NEEDS_RESTART("nothing: it needs a restart"),
    /** It is made to be exchanged while the server runs, and a wrong one lets nobody in. */
    IS_EXCHANGED("nothing: it is made to be exchanged");

    private final String words;

    Unguarded(String words) {
      this.words = words;
    }
  }

  /** Any value protects as much as any other. */
  public static <T> Protection<T> none(Unguarded reason) {
    return of(reason.words, (_, _) -> false);
  }

  /** A switch that is not turned to this. */
  public static Protection<Boolean> never(boolean weak) {
    return of("`" + weak + "`", (now, next) -> now != weak && next == weak);
  }

  /** A number or a time: the larger, the weaker. */
  public static <T extends Comparable<T>> Protection<T> noMore() {
    return noMore(Comparator.naturalOrder());
  }

  /** What is larger in this order is weaker. */
  public static <T> Protection<T> noMore(Comparator<? super T> order) {
    return of("more", (now, next) -> order.compare(next, now) > 0);
  }

  /** What is there stays, if perhaps as another one. */
  public static <T> Protection<T> neverEmptied() {
    return new Protection<>(
        "taking it away",
        (now, next) -> !isEmpty(now) && isEmpty(next),
        false,
        Protection::isEmpty);
  }

  /** What is there stays as it is; where there is none, one may come. */
  public static <T> Protection<T> sameOnceSet() {
    return of("another one, or none", (now, next) -> !isEmpty(now) && !now.equals(next));
  }

  /** Nobody can tell which of two values is weaker. */
  public static <T> Protection<T> same() {
    return of("any change", (now, next) -> !now.equals(next));
  }

  /** Others may come and go, but not the last; and those that others use stay theirs. */
  public static <T> Protection<T> keys() {
    return new Protection<>(
        "taking all away; inherited ones in place of its own",
        (now, next) -> !isEmpty(now) && isEmpty(next),
        true,
        _ -> false);
  }

  /** What a group has of its own is not exchanged for what others use. */
  public static <T> Protection<T> ownStaysOwn() {
    return new Protection<>(
        "an inherited one in place of its own", (_, _) -> false, true, _ -> false);
  }

  /** All entries are asked for. */
  public static Protection<List<String>> allOf() {
    return of("fewer entries", (now, next) -> !new HashSet<>(next).containsAll(now));
  }

  /** One of the entries is enough, and anything is if there is none, or this one. */
  public static Protection<List<String>> oneOf(String any) {
    return entriesWithin(
        "further entries, or none",
        (now, next) -> isAny(now, any) || (!isAny(next, any) && now.containsAll(next)));
  }

  private static boolean isAny(List<String> entries, String any) {
    return entries.isEmpty() || entries.contains(any);
  }

  /** Entries that let somebody in, by whether the second ones lie within the first ones. */
  public static <T> Protection<T> entriesWithin(BiPredicate<T, T> within) {
    return entriesWithin("further entries", within);
  }

  private static <T> Protection<T> entriesWithin(String refused, BiPredicate<T, T> within) {
    return of(refused, (now, next) -> !within.test(now, next));
  }

  public static <T> Protection<T> of(String refused, BiPredicate<T, T> weaker) {
    return new Protection<>(refused, weaker, false, _ -> false);
  }

  /** Has a group that is new bring along nothing so open, unless another one has it. */
  public Protection<T> withNewcomersNotSo(Predicate<T> tooOpen) {
    return new Protection<>(refused, weaker, bound, tooOpen);
  }

  private static boolean isEmpty(Object value) {
    return switch (Objects.requireNonNull(value)) {
      case Collection<?> entries -> entries.isEmpty();
      case Map<?, ?> entries -> entries.isEmpty();
      case Optional<?> optional -> optional.isEmpty();
      case Secret secret -> secret.isEmpty();
      default -> value.toString().isEmpty();
    };
  }
}
