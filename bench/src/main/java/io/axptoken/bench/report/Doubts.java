package io.axptoken.bench.report;

import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What readers must know before they trust the numbers. */
final class Doubts {
  private static final double BUSY = 0.9;
  private static final double NOISE = 0.1;

  private Doubts() {}

  static List<String> of(List<Rotation> rotations) {
    List<String> doubts = new ArrayList<>();
    if (any(rotations, cpu -> cpu.strangersShare() > NOISE)) {
      doubts.add("Other processes took more than a tenth of a CPU: repeat on a quiet machine.");
    }
    if (rotations.stream().anyMatch(rotation -> notBusy(rotation.server()))) {
      doubts.add(unfinished("the token server"));
    }
    if (rotations.stream().anyMatch(rotation -> notBusy(rotation.nginx()))) {
      doubts.add(unfinished("nginx"));
    }
    return doubts;
  }

  private static boolean any(List<Rotation> rotations, Predicate<CpuMeter.Usage> test) {
    return rotations.stream()
        .anyMatch(
            r -> test.test(r.server().capacity().cpu()) || test.test(r.nginx().capacity().cpu()));
  }

  private static boolean notBusy(Measurement measurement) {
    return measurement.capacity().cpu().serverShare() < BUSY;
  }

  private static String unfinished(String name) {
    return "The callers could not keep %s busy: its tokens per second are a lower bound."
        .formatted(name);
  }
}
