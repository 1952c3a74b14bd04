package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.FaultPlan;
import io.axptoken.sandbox.FaultPlan.When;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which calls a fault is for, by its name over HTTP, with the parameter that it takes. */
enum Mode {
  NEXT,
  TIMES,
  PERCENT,
  ALWAYS;

  static final Map<String, Mode> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Mode::label, mode -> mode));

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<String> parameters() {
    return switch (this) {
      case TIMES -> Set.of("times");
      case PERCENT -> Set.of("percent");
      case NEXT, ALWAYS -> Set.of();
    };
  }

  /** The calls, or empty after having said what is wrong with the parameter. */
  Optional<? extends When> read(Fields fields) {
    return switch (this) {
      case NEXT -> Optional.of(new FaultPlan.Times(1));
      case TIMES -> fields.whole("times", 1, 1_000_000).map(n -> new FaultPlan.Times(n.intValue()));
      case PERCENT -> fields.percent("percent").map(FaultPlan.Percent::new);
      case ALWAYS -> Optional.of(new FaultPlan.Always());
    };
  }
}
