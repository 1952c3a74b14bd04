package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FaultPlan;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a fault plan from the fields of a request. */
final class FaultPlanReader {
  private static final Map<String, Optional<Endpoint>> ENDPOINTS =
      Map.of(
          Endpoint.ACCESS_TOKEN.label(),
          Optional.of(Endpoint.ACCESS_TOKEN),
          Endpoint.END_USER_TOKEN.label(),
          Optional.of(Endpoint.END_USER_TOKEN),
          "all",
          Optional.empty());

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

  /** One endpoint or, as an empty value, both; empty after having said what is wrong. */
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
