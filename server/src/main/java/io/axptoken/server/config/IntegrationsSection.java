package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;

import java.util.List;

/** Section {@code integrations}: reserved, and empty until named integrations are served. */
final class IntegrationsSection {
  private static final ValueType.Many<String> NONE =
      new ValueType.Many<>(
          "empty, as named integrations are not available in this version",
          Types.TEXT,
          IntegrationsSection::none);

  static final Section SECTION =
      new Section(
          "integrations",
          "Reserved for named integrations.",
          List.of(optional("integrations", NONE, "", "Reserved; leave it empty.")));

  private IntegrationsSection() {}

  private static List<String> none(List<String> entries) throws InvalidValue {
    if (entries.isEmpty()) {
      return entries;
    }
    throw InvalidValue.withoutValue("must be " + NONE.syntax(), "");
  }
}
