package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Rate;
import io.axptoken.service.config.type.Rates;
import io.axptoken.service.config.type.Types;
import java.util.List;

/** Section {@code limits}: its settings, and the record they make. */
public final class LimitsSection {
  static final Property<Rate> PER_ADDRESS =
      optional(
          "limits.perAddress",
          Rates.TYPE,
          "120/min",
          Protection.noMore(Rate.BY_STRICTNESS),
          "How many token requests one network address may make.");
  static final Property<Rate> PER_USER =
      optional(
          "limits.perUser",
          Rates.TYPE,
          "20/min",
          Protection.noMore(Rate.BY_STRICTNESS),
          "How many token requests one end user may make.");
  static final Property<Integer> BURST =
      optional(
          "limits.burst",
          Types.number(1, 1_000_000),
          "20",
          Protection.noMore(),
          "How many of them may come at once.");

  public static final Section SECTION =
      new Section(
          "limits", "How many token requests are accepted.", List.of(PER_ADDRESS, PER_USER, BURST));

  private LimitsSection() {}

  static LimitSettings settings(Values values) {
    return new LimitSettings(values.get(PER_ADDRESS), values.get(PER_USER), values.get(BURST));
  }
}
