package io.axptoken.service.config.load;

import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.UnparsedValue;
import java.util.List;

/**
 * What every setting came out as, and why; secrets are redacted. In words only for who asks, as
 * hundreds of groups have thousands of values.
 */
public final class EffectiveSettings {
  private final List<SettingsReader.Taken> taken;
  private final List<String> warnings;
  private final Protections protections;

  public EffectiveSettings(
      List<SettingsReader.Taken> taken, List<String> warnings, Protections protections) {
    this.protections = protections;
    this.taken = List.copyOf(taken);
    this.warnings = List.copyOf(warnings);
  }

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

  /** The values that were taken, in the order of the reference. */
  List<SettingsReader.Taken> taken() {
    return taken;
  }

  /** All settings, in the order of the reference. */
  public List<Entry> entries() {
    return taken.stream().map(EffectiveSettings::entry).toList();
  }

  /** What is odd but no fault, such as an environment variable that is ignored. */
  public List<String> warnings() {
    return warnings;
  }

  /** What they protect, to be compared with later ones. */
  public Protections protections() {
    return protections;
  }

  /** How a value is shown; names in a map are no secrets, even if its values are. */
  private static Entry entry(SettingsReader.Taken taken) {
    return new Entry(
        taken.property().key(),
        shown(taken.property(), taken.input()),
        taken.origin().where(),
        isOpenSecret(taken));
  }

  /** Whether it is a secret that stands openly in a file. */
  static boolean isOpenSecret(SettingsReader.Taken taken) {
    return taken.property().isSecret() && taken.origin().isOpen() && isWritten(taken.input());
  }

  private static boolean isWritten(UnparsedValue input) {
    for (UnparsedValue.Part part : input.parts()) {
      if (!part.isReferred() && !part.text().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Property<?> property, UnparsedValue input) {
    StringBuilder shown = new StringBuilder();
    for (UnparsedValue.Part part : input.parts()) {
      shown.append(shown.isEmpty() ? "" : ", ").append(shown(property.isSecret(), part));
    }
    if (shown.isEmpty()) {
      return property.isMap() ? "{}" : property.isCollection() ? "[]" : "\"\"";
    }
    return property.isSecret() && !property.isMap()
        ? Secret.REDACTED
        : DisplayText.plain(shown.toString());
  }

  private static String shown(boolean secret, UnparsedValue.Part part) {
    String value = secret && !part.text().isEmpty() ? Secret.REDACTED : part.text();
    return part.name() == null ? value : part.name() + "=" + value;
  }

  /** The keys of the secrets that stand openly in a file. */
  public List<String> openSecrets() {
    return taken.stream()
        .filter(EffectiveSettings::isOpenSecret)
        .map(one -> one.property().key())
        .toList();
  }

  @Override
  public String toString() {
    return "EffectiveSettings[entries=" + entries() + ", warnings=" + warnings + "]";
  }
}
