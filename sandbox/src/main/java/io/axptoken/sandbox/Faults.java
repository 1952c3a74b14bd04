package io.axptoken.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are to happen. May be used from any thread.
 *
 * <p>For each call the oldest plan for a number of calls is used up first; then the plans by chance
 * are asked, the newest first; then the newest plan for every call holds. A call has at most one
 * fault. Plans for all endpoints count the calls of all the platform's together.
 */
public final class Faults {
  private final RandomGenerator random;
  private final List<FaultPlan> counted = new ArrayList<>();
  private final List<FaultPlan> standing = new ArrayList<>();

  Faults(RandomGenerator random) {
    this.random = random;
  }

  /** The calls of one endpoint. */
  public Target on(Endpoint endpoint) {
    return new Target(Optional.of(endpoint));
  }

  /** The calls of all the platform's endpoints; the identity provider's are named one by one. */
  public Target onAll() {
    return new Target(Optional.empty());
  }

  /** What is still to happen: counted plans first, each kind oldest first. */
  public synchronized List<FaultPlan> plans() {
    List<FaultPlan> plans = new ArrayList<>(counted);
    plans.addAll(standing);
    return List.copyOf(plans);
  }

  /** Drops all plans; calls that hang go on to hang. */
  public synchronized void clear() {
    counted.clear();
    standing.clear();
  }

  /** Adds a plan; one for every call takes the place of the former one for the same endpoint. */
  public synchronized void add(FaultPlan plan) {
    if (plan.when() instanceof FaultPlan.Times) {
      counted.add(plan);
      return;
    }
    if (plan.when() instanceof FaultPlan.Always) {
      standing.removeIf(
          old -> old.when().equals(plan.when()) && old.endpoint().equals(plan.endpoint()));
    }
    standing.add(plan);
  }

  private synchronized void drop(Optional<Endpoint> endpoint) {
    Predicate<FaultPlan> dropped = plan -> endpoint.isEmpty() || plan.endpoint().equals(endpoint);
    counted.removeIf(dropped);
    standing.removeIf(dropped);
  }

  /** What happens to a call that arrives now, and null for nothing. */
  synchronized @Nullable Fault next(Endpoint endpoint) {
    for (int i = 0; i < counted.size(); i++) {
      if (counted.get(i).covers(endpoint)) {
        return useUp(i);
      }
    }
    @Nullable Fault chance = byChance(endpoint);
    return chance != null ? chance : always(endpoint);
  }

  private Fault useUp(int index) {
    FaultPlan plan = counted.get(index);
    int left = ((FaultPlan.Times) plan.when()).left();
    if (left == 1) {
      counted.remove(index);
    } else {
      counted.set(
          index, new FaultPlan(plan.endpoint(), new FaultPlan.Times(left - 1), plan.fault()));
    }
    return plan.fault();
  }

  private @Nullable Fault byChance(Endpoint endpoint) {
    for (FaultPlan plan : standing.reversed()) {
      if (plan.covers(endpoint)
          && plan.when() instanceof FaultPlan.Percent share
          && random.nextDouble(100) < share.percent()) {
        return plan.fault();
      }
    }
    return null;
  }

  private @Nullable Fault always(Endpoint endpoint) {
    for (FaultPlan plan : standing.reversed()) {
      if (plan.covers(endpoint) && plan.when() instanceof FaultPlan.Always) {
        return plan.fault();
      }
    }
    return null;
  }

  /** The calls that a fault is planned for. */
  public final class Target {
    private final Optional<Endpoint> endpoint;

    private Target(Optional<Endpoint> endpoint) {
      this.endpoint = endpoint;
    }

    /** Plans the fault for the next call that has none yet. */
    public void next(Fault fault) {
      times(1, fault);
    }

    /**
     * Plans the fault for the next {@code n} calls that have none yet.
     *
     * @throws IllegalArgumentException if n is less than one
     */
    public void times(int n, Fault fault) {
      plan(new FaultPlan.Times(n), fault);
    }

    /**
     * Plans the fault for a share of all calls.
     *
     * @throws IllegalArgumentException if the share is not 0 to 100
     */
    public void percent(double percent, Fault fault) {
      plan(new FaultPlan.Percent(percent), fault);
    }

    /** Plans the fault for every call until {@link Faults#clear} or another such plan. */
    public void always(Fault fault) {
      plan(new FaultPlan.Always(), fault);
    }

    /** Drops the plans for this endpoint, or all plans where the target is all endpoints. */
    public void clear() {
      drop(endpoint);
    }

    private void plan(FaultPlan.When when, Fault fault) {
      add(new FaultPlan(endpoint, when, fault));
    }
  }
}
