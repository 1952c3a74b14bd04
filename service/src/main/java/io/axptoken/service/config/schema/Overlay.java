package io.axptoken.service.config.schema;

import io.axptoken.service.config.type.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings that a named group may have of its own; what it does not give it inherits. */
public final class Overlay {
  private static final int LONGEST_NAME = 40;

  private final Family family;
  private final String prefix;
  private final List<Property<?>> properties = new ArrayList<>();
  private final Map<String, Integer> bySuffix = new LinkedHashMap<>();
  private final Map<String, Integer> byHome = new HashMap<>();
  private final Map<String, Property<?>> byVariable = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();

  Overlay(Family family) {
    this.family = family;
    this.prefix = family.prefix();
  }

  /** What its groups are. */
  public Family family() {
    return family;
  }

  /** The groups that the configuration file has, in its order. */
  public List<String> names(Map<String, RawValue> raw) {
    List<String> names = new ArrayList<>();
    for (String key : raw.keySet()) {
      if (key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0) {
        names.add(key.substring(prefix.length()));
      }
    }
    return names;
  }

  /** The name of the group in a key of its own, or {@code null}. */
  public @Nullable String nameIn(String key) {
    if (!key.startsWith(prefix)) {
      return null;
    }
    int dot = key.indexOf('.', prefix.length());
    return dot < 0 ? key.substring(prefix.length()) : key.substring(prefix.length(), dot);
  }

  /** Whether a key is that of a whole group. */
  public boolean isGroup(String key) {
    String name = nameIn(key);
    return name != null && faultOf(name) == null && key.length() == prefix.length() + name.length();
  }

  void add(Property<?> property) {
    String suffix = family.place(property.key());
    if (suffix != null) {
      bySuffix.put(suffix, properties.size());
      byHome.put(property.home(), properties.size());
      properties.add(property);
      byVariable.put(Property.environmentName(suffix), property);
      for (int dot = suffix.indexOf('.'); dot > 0; dot = suffix.indexOf('.', dot + 1)) {
        groups.add(suffix.substring(0, dot));
      }
    }
  }

  /** The settings, in the order of the reference. */
  public List<Property<?>> properties() {
    return properties;
  }

  /** The index of a setting among all, or -1 if a group has none of its own. */
  public int place(Property<?> property) {
    return byHome.getOrDefault(property.home(), -1);
  }

  /** The index of the setting of that group with that key, or -1 for none. */
  public int place(String key, String name) {
    return bySuffix.getOrDefault(rest(key, name), -1);
  }

  @Nullable Property<?> find(String key) {
    String name = nameIn(key);
    return name == null || !has(key) ? null : family.of(name, properties.get(place(key, name)));
  }

  boolean has(String key) {
    String name = nameIn(key);
    return name != null && faultOf(name) == null && place(key, name) >= 0;
  }

  /** The setting of a group that an environment variable is for, or {@code null}. */
  public @Nullable Property<?> findVariable(String variable, String name) {
    String beginning = Property.environmentName(prefix + name) + "_";
    Property<?> property =
        variable.startsWith(beginning)
            ? byVariable.get(variable.substring(beginning.length()))
            : null;
    return property == null ? null : family.of(name, property);
  }

  /** Whether a group may have this setting; its keys begin with so many characters. */
  public boolean hasSetting(String key, int own) {
    return bySuffix.containsKey(key.substring(own));
  }

  /** Whether settings of a group stand below this key. */
  public boolean hasGroup(String key, int own) {
    return groups.contains(key.substring(own));
  }

  boolean isSection(String key) {
    String name = nameIn(key);
    return isGroup(key)
        || (name != null && faultOf(name) == null && groups.contains(rest(key, name)));
  }

  private String rest(String key, String name) {
    int start = prefix.length() + name.length() + 1;
    return key.length() < start ? "" : key.substring(start);
  }

  /** What is wrong with a key of a group that does not exist. */
  String unknown(String key, String name) {
    String fault = faultOf(name);
    if (fault != null) {
      return fault;
    }
    List<String> candidates = new ArrayList<>(groups);
    candidates.addAll(bySuffix.keySet());
    String nearest = Nearest.key(rest(key, name), candidates);
    return "is not a setting of an "
        + family.noun()
        + ": "
        + (nearest == null
            ? "remove it, or see the configuration reference"
            : "did you mean " + prefix + name + "." + nearest + "?");
  }

  /** By hand, as it is asked for each setting of hundreds of groups. */
  private static boolean isName(String name) {
    boolean afterHyphen = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hyphen = c == '-';
      if ((hyphen && afterHyphen) || (!hyphen && (c < 'a' || c > 'z') && (c < '0' || c > '9'))) {
        return false;
      }
      afterHyphen = hyphen;
    }
    return !afterHyphen && name.length() <= LONGEST_NAME;
  }

  private @Nullable String faultOf(String name) {
    if (name.equals(family.reserved())) {
      return "must have another name: " + family.reservedFor();
    }
    return isName(name)
        ? null
        : "must have a name of lower-case letters and digits, with single hyphens between them, and"
            + " of 40 characters at most: it stands in the address";
  }
}
