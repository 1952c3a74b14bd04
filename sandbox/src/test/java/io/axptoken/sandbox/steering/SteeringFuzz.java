package io.axptoken.sandbox.steering;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.sandbox.FaultPlan;
import io.axptoken.testing.Fuzz;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Whatever fault is ordered, it is a plan that can be told again, or it is told what is wrong. */
public final class SteeringFuzz {
  private SteeringFuzz() {}

  /** The entry point of the fuzzer: the body of an order. */
  public static void fuzzerTestOneInput(byte[] input) {
    JsonObject order;
    try {
      order = new JsonObject(Fuzz.utf8(input));
    } catch (DecodeException | ClassCastException noObject) {
      return;
    }
    Fields fields = new Fields(order);
    Optional<FaultPlan> plan = FaultPlanReader.read(fields);
    require(plan.isPresent() == fields.violations().isEmpty(), "There is a plan or a reason");
    plan.ifPresent(SteeringFuzz::requireSame);
  }

  private static void requireSame(FaultPlan plan) {
    Fields told = new Fields(FaultPlanWriter.write(plan));
    require(FaultPlanReader.read(told).equals(Optional.of(plan)), "A plan is told as it is read");
  }
}
