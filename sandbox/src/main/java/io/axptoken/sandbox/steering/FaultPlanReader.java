package io.axptoken.sandbox.steering;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FaultPlan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a fault plan from the fields of a request. */
final class FaultPlanReader {
  private static final Optional<Endpoint> ALL = Optional.empty();
  private static final Map<String, Optional<Endpoint>> ENDPOINTS =
      Stream.concat(Arrays.stream(Endpoint.values()).map(Optional::of), Stream.of(ALL))
          .collect(
              toUnmodifiableMap(each -> each.map(Endpoint::label).orElse("all"), each -> each));

  private FaultPlanReader() {}

  /** The plan, or empty after having said all that is wrong with it. */
  static Optional<FaultPlan> read(Fields fields) {
    Optional<Optional<Endpoint>> endpoint = endpoint(fields);
    Optional<FaultKind> kind = fields.choice("fault", FaultKind.BY_LABEL);
    Optional<Mode> mode =
        fields.has("mode") ? fields.choice("mode", Mode.BY_LABEL) : Optional.of(Mode.NEXT);
    Optional<? extends Fault> fault = kind.flatMap(known -> known.read(fields));
    Optional<? extends FaultPlan.When> when = mode.flatMap(known -> known.read(fields));
    if (kind.isPresent() && mode.isPresent()) {
      fields.allowOnly(allowed(kind.get(), mode.get()));
    }
    return fields.violations().isEmpty()
        ? Optional.of(
            new FaultPlan(endpoint.orElseThrow(), when.orElseThrow(), fault.orElseThrow()))
        : Optional.empty();
  }

  /** One endpoint or, as an empty value, all; empty after having said what is wrong. */
  static Optional<Optional<Endpoint>> endpoint(Fields fields) {
    return fields.choice("endpoint", ENDPOINTS);
  }

  private static Set<String> allowed(FaultKind kind, Mode mode) {
    Set<String> names = new HashSet<>(Set.of("endpoint", "fault", "mode"));
    names.addAll(kind.parameters());
    names.addAll(mode.parameters());
    return names;
  }
}
