package io.axptoken.server.config;

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

  /** The keys of the secrets that stand openly in a file. */
  public List<String> openSecrets() {
    return entries.stream().filter(Entry::openSecret).map(Entry::key).toList();
  }
}
