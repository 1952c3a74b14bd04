package io.axptoken.server.config;

import io.axptoken.client.Secret;
import java.util.List;

/**
 * What every setting came out as, and why; secrets are redacted.
 *
 * @param entries in the order of the reference
 * @param warnings what is odd but no fault, such as an environment variable that is ignored
 */
public record EffectiveSettings(List<Entry> entries, List<String> warnings) {
  /**
   * One setting.
   *
   * @param key the dotted key
   * @param value as it is in force, {@code [REDACTED]} for a secret
   * @param origin where it comes from, such as {@code default} or {@code conf/a.yaml:7}
   * @param openSecret whether it is a secret that stands openly in a file
   */
  public record Entry(String key, String value, String origin, boolean openSecret) {
    @Override
    public String toString() {
      return key + " = " + value + " (" + origin + ")";
    }
  }

  /** How a value is shown; names in a map are no secrets, even if its values are. */
  static Entry entry(Property<?> property, Input input, Origin origin) {
    boolean open = property.isSecret() && origin.isOpen() && isWritten(input);
    return new Entry(property.key(), shown(property, input), origin.where(), open);
  }

  private static boolean isWritten(Input input) {
    for (Input.Part part : input.parts()) {
      if (!part.isReferred() && !part.text().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Without streams, as hundreds of integrations have thousands of values. */
  private static String shown(Property<?> property, Input input) {
    StringBuilder shown = new StringBuilder();
    for (Input.Part part : input.parts()) {
      shown.append(shown.isEmpty() ? "" : ", ").append(shown(property.isSecret(), part));
    }
    if (shown.isEmpty()) {
      return property.isMap() ? "{}" : property.isCollection() ? "[]" : "\"\"";
    }
    return property.isSecret() && !property.isMap()
        ? Secret.REDACTED
        : Shown.plain(shown.toString());
  }

  private static String shown(boolean secret, Input.Part part) {
    String value = secret && !part.text().isEmpty() ? Secret.REDACTED : part.text();
    return part.name() == null ? value : part.name() + "=" + value;
  }

  /** The keys of the secrets that stand openly in a file. */
  public List<String> openSecrets() {
    return entries.stream().filter(Entry::openSecret).map(Entry::key).toList();
  }
}
