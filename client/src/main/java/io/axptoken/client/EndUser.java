package io.axptoken.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The person a token is for. Absent attributes are {@code null} or empty and are not sent to the
 * platform.
 *
 * @param id the stable id of the customer, 1 to 256 characters
 * @param name the name agents see, at most 70 characters, or {@code null}
 * @param identifiers values by identifier type, such as {@code emailAddresses}; possibly empty
 * @param verified whether name and identifiers were proven, or {@code null} to leave it to the
 *     platform, which then takes {@code false}
 */
public record EndUser(
    String id,
    @Nullable String name,
    Map<String, List<String>> identifiers,
    @Nullable Boolean verified) {

  /**
   * Copies the identifiers, keeping their order; {@code null} counts as none.
   *
   * @throws IllegalArgumentException if a rule of {@link EndUserRules} is broken; the message names
   *     the fields, never their values
   */
  public EndUser {
    identifiers = identifiers == null ? Map.of() : identifiers;
    if (holdsNull(identifiers)) {
      refuse(id, name, identifiers);
    }
    identifiers = copyOf(identifiers);
    refuse(id, name, identifiers);
  }

  private static void refuse(
      @Nullable String id,
      @Nullable String name,
      Map<String, ? extends @Nullable List<? extends @Nullable String>> identifiers) {
    List<Violation> violations = EndUserRules.violations(id, name, identifiers);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException("Not an acceptable end user: " + violations);
    }
  }

  private static boolean holdsNull(
      Map<? extends @Nullable String, ? extends @Nullable List<? extends @Nullable String>>
          identifiers) {
    for (var identifier : identifiers.entrySet()) {
      if (identifier.getKey() == null || identifier.getValue() == null) {
        return true;
      }
      for (String value : identifier.getValue()) {
        if (value == null) {
          return true;
        }
      }
    }
    return false;
  }

  /* Most users have no identifiers or one type of them, and lists that are immutable already. */
  private static Map<String, List<String>> copyOf(Map<String, List<String>> identifiers) {
    if (identifiers.isEmpty()) {
      return Map.of();
    }
    if (identifiers.size() == 1) {
      var only = identifiers.entrySet().iterator().next();
      return Map.of(only.getKey(), List.copyOf(only.getValue()));
    }
    Map<String, List<String>> copy = LinkedHashMap.newLinkedHashMap(identifiers.size());
    identifiers.forEach((type, values) -> copy.put(type, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * An end user with nothing but an id.
   *
   * @param id the stable id of the customer
   * @return the user
   */
  public static EndUser withId(String id) {
    return new EndUser(id, null, Map.of(), null);
  }

  /**
   * The same user with a display name.
   *
   * @param newName at most 70 characters
   * @return the changed copy
   */
  public EndUser named(String newName) {
    return new EndUser(id, newName, identifiers, verified);
  }

  /**
   * The same user with one more value of an identifier type.
   *
   * @param type the identifier type, such as {@code emailAddresses}
   * @param value one more value of that type
   * @return the changed copy
   */
  public EndUser identifiedBy(String type, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(identifiers);
    List<String> values = new ArrayList<>(more.getOrDefault(type, List.of()));
    values.add(value);
    more.put(type, values);
    return new EndUser(id, name, more, verified);
  }

  /**
   * The same user, said to be proven or not.
   *
   * @param proven whether name and identifiers were proven
   * @return the changed copy
   */
  public EndUser verified(boolean proven) {
    return new EndUser(id, name, identifiers, proven);
  }

  /* By hand: what a record makes of itself takes milliseconds of the first token's time. */
  @Override
  public int hashCode() {
    int hash = 31 * id.hashCode() + Objects.hashCode(name);
    return 31 * (31 * hash + identifiers.hashCode()) + Objects.hashCode(verified);
  }

  /** Shows the shape only: who a customer is does not belong into logs. */
  @Override
  public String toString() {
    return "EndUser[identifierTypes=" + identifiers.size() + ", verified=" + verified + "]";
  }
}
