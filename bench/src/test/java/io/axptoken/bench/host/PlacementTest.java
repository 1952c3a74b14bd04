package io.axptoken.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
  @Test
  void theServerHasTheLastCpuForItself() {
    Placement placement = Placement.of(List.of(0, 1, 2));
    assertThat(placement).isEqualTo(new Placement(List.of(2), List.of(0, 1)));
    assertThat(placement.describe())
        .isEqualTo("server alone on CPU 2; platform stub and callers on CPU 0,1");
    assertThat(placement.onServerCpu(List.of("nginx", "-v")))
        .containsExactly("taskset", "-c", "2", "nginx", "-v");
  }

  @Test
  void aSingleCpuIsShared() {
    Placement placement = Placement.of(List.of(3));
    assertThat(placement.server()).isEqualTo(placement.load()).containsExactly(3);
    assertThat(placement.describe()).contains("shared");
  }

  @Test
  void theCpusAllowedAreReadInTheKernelsNotation() {
    assertThat(Placement.allowed("Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t0-2,5,7-8\n"))
        .containsExactly(0, 1, 2, 5, 7, 8);
    assertThat(CpuList.format(List.of(0, 1, 5))).isEqualTo("0,1,5");
  }

  @Test
  void theMachineIsNamedByItsProcessors() {
    String cpuinfo =
        "processor\t: 0\nmodel name\t: Fast (R)\n\nprocessor\t: 1\nmodel name\t: Fast (R)\n";
    assertThat(Machine.processors(cpuinfo)).isEqualTo("2 × Fast (R)");
  }
}
