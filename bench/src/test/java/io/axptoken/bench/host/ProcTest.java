package io.axptoken.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcTest {
  private static final String STAT =
      "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 100 200 0 0 150 50 7 3 20 0 9 0 12345 1000 300 99";

  @Test
  void cpuTimeIsUserAndSystemTimeWhateverTheNameOfTheProcess() {
    assertThat(Proc.cpu(STAT)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void timeOfEndedChildrenIsCountedApart() {
    assertThat(Proc.endedChildrenCpu(STAT)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void residentMemoryIsReadInKibibytes() {
    String status = "Name:\tnginx\nVmHWM:\t  9000 kB\nVmRSS:\t    2048 kB\nThreads:\t1\n";
    assertThat(Proc.residentBytes(status)).isEqualTo(2048 * 1024);
  }

  @Test
  void aStatusWithoutMemoryIsNotTakenForNone() {
    assertThatThrownBy(() -> Proc.residentBytes("Name:\tkthreadd\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHostIsBusyWithAllButIdlingAndWaitingForDisks() {
    String stat = "cpu  100 10 40 9000 500 5 15 30 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n";
    assertThat(Proc.busyHost(stat)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theKernelHereSpeaksThisFormat() throws IOException {
    long self = ProcessHandle.current().pid();
    assertThat(Proc.cpu(self)).isPositive();
    assertThat(Proc.endedChildrenCpu(self)).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(Proc.residentBytes(self)).isGreaterThan(1 << 20);
    assertThat(Proc.busyHost()).isPositive();
  }
}
