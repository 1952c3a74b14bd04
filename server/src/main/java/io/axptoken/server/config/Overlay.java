package io.axptoken.server.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a named integration may have of its own: all of {@code axp}, under their names
 * alone, and the origins, identity, limits and reuse of tokens. What it does not give it inherits.
 */
final class Overlay {
  static final String SECTION = "integrations";
  private static final String PREFIX = SECTION + ".";
  private static final String AXP = "axp.";
  private static final Set<String> REUSE = Set.of("tokens.reuse", "tokens.reuseWhileLeft");
  private static final int LONGEST_NAME = 40;

  private final List<Property<?>> properties = new ArrayList<>();
  private final Map<String, Integer> bySuffix = new LinkedHashMap<>();
  private final Map<String, Integer> byHome = new HashMap<>();
  private final Map<String, Property<?>> byVariable = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();

  /** Where a setting stands in its integration, or {@code null} if there is but one for all. */
  static @Nullable String suffix(String key) {
    if (key.startsWith(AXP)) {
      return key.substring(AXP.length());
    }
    if (key.equals("server.allowedOrigins")) {
      return "allowedOrigins";
    }
    return key.startsWith("identity.") || key.startsWith("limits.") || REUSE.contains(key)
        ? key
        : null;
  }

  /** The key of a setting in an integration. */
  static String key(String integration, String key) {
    return PREFIX + integration + "." + suffix(key);
  }

  /** The integrations that the configuration file has, in its order. */
  static List<String> names(Map<String, RawValue> raw) {
    List<String> names = new ArrayList<>();
    for (String key : raw.keySet()) {
      if (key.startsWith(PREFIX) && key.indexOf('.', PREFIX.length()) < 0) {
        names.add(key.substring(PREFIX.length()));
      }
    }
    return names;
  }

  /** The integration's name in a key below {@code integrations}, or {@code null}. */
  static @Nullable String nameIn(String key) {
    if (!key.startsWith(PREFIX)) {
      return null;
    }
    int dot = key.indexOf('.', PREFIX.length());
    return dot < 0 ? key.substring(PREFIX.length()) : key.substring(PREFIX.length(), dot);
  }

  /** Whether a key is that of a whole integration. */
  static boolean isIntegration(String key) {
    String name = nameIn(key);
    return name != null && faultOf(name) == null && key.length() == PREFIX.length() + name.length();
  }

  void add(Property<?> property) {
    String suffix = suffix(property.key());
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
  List<Property<?>> properties() {
    return properties;
  }

  /** The index of a setting among all, or -1 if an integration has none of its own. */
  int place(Property<?> property) {
    return byHome.getOrDefault(property.home(), -1);
  }

  /** The index of the setting of that integration with that key, or -1 for none. */
  int place(String key, String name) {
    return bySuffix.getOrDefault(rest(key, name), -1);
  }

  @Nullable Property<?> find(String key) {
    String name = nameIn(key);
    return name == null || !has(key) ? null : properties.get(place(key, name)).of(name);
  }

  boolean has(String key) {
    String name = nameIn(key);
    return name != null && faultOf(name) == null && place(key, name) >= 0;
  }

  /** The setting of an integration that an environment variable is for, or {@code null}. */
  @Nullable Property<?> findVariable(String variable, String name) {
    String prefix = Property.environmentName(PREFIX + name) + "_";
    Property<?> property =
        variable.startsWith(prefix) ? byVariable.get(variable.substring(prefix.length())) : null;
    return property == null ? null : property.of(name);
  }

  /** Whether an integration may have this setting; its keys begin with so many characters. */
  boolean hasSetting(String key, int own) {
    return bySuffix.containsKey(key.substring(own));
  }

  /** Whether settings of an integration stand below this key. */
  boolean hasGroup(String key, int own) {
    return groups.contains(key.substring(own));
  }

  boolean isSection(String key) {
    String name = nameIn(key);
    return isIntegration(key)
        || (name != null && faultOf(name) == null && groups.contains(rest(key, name)));
  }

  private static String rest(String key, String name) {
    int start = PREFIX.length() + name.length() + 1;
    return key.length() < start ? "" : key.substring(start);
  }

  /** What is wrong with a key below {@code integrations} that does not exist. */
  String unknown(String key, String name) {
    String fault = faultOf(name);
    if (fault != null) {
      return fault;
    }
    List<String> candidates = new ArrayList<>(groups);
    candidates.addAll(bySuffix.keySet());
    String nearest = Nearest.key(rest(key, name), candidates);
    return "is not a setting of an integration: "
        + (nearest == null
            ? "remove it, or see the configuration reference"
            : "did you mean " + PREFIX + name + "." + nearest + "?");
  }

  /** By hand, as it is asked for each setting of hundreds of integrations. */
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

  private static @Nullable String faultOf(String name) {
    if (name.equals(IntegrationSettings.DEFAULT)) {
      return "must have another name: default is the one that axp describes";
    }
    return isName(name)
        ? null
        : "must have a name of lower-case letters and digits, with single hyphens between them, and"
            + " of 40 characters at most: it stands in the address";
  }
}
