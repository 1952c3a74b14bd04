package io.axptoken.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapMeterTest {
  @Test
  void theGenerationsAreAddedUp() {
    String info =
        """
        DefNew     total 39296K, used 1024K [0x00000000f0000000, 0x00000000f2aa0000)
         eden space 34944K,   2% used [0x00000000f0000000, 0x00000000f00a3d70)
        Tenured    total 87424K, used 2048K [0x00000000f5550000, 0x00000000faab0000)
        """;
    assertThat(HeapMeter.used(info)).isEqualTo(3072 * 1024);
  }

  @Test
  void whatIsNoHeapIsAnError() {
    assertThatThrownBy(() -> HeapMeter.used("no such process"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
