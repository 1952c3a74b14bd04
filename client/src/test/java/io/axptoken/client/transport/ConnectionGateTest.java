package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets in, and when, with a place for 60. */
class ConnectionGateTest {
  private static final int PLACES = 60;

  private final ConnectionGate gate = new ConnectionGate(PLACES, Runnable::run);
  private final List<GatePass> inside = new ArrayList<>();

  private void enter(int number) {
    for (int i = 0; i < number; i++) {
      gate.enter(() -> inside.add(new GatePass(gate)));
    }
  }

  @Test
  void onlySoManyMakeAConnectionAtATime() {
    enter(100);
    assertThat(inside).hasSize(ConnectionGate.MOST_CONNECTING);

    inside.getFirst().connected();

    assertThat(inside).hasSize(ConnectionGate.MOST_CONNECTING + 1);
  }

  @Test
  void onlySoManyAreInsideAndEachEndLetsTheNextIn() {
    enter(100);
    for (int i = 0; i < PLACES; i++) {
      inside.get(i).connected();
    }
    assertThat(inside).hasSize(PLACES);

    inside.get(0).leave();
    inside.get(1).leave();

    assertThat(inside).hasSize(PLACES + 2);
  }

  @Test
  void whoLeavesTwiceOrConnectsAfterwardsCountsOnce() {
    enter(200);
    GatePass odd = inside.getFirst();

    odd.leave();
    odd.leave();
    odd.connected();

    assertThat(inside).hasSize(ConnectionGate.MOST_CONNECTING + 1);
  }

  @Test
  void whoWentAwayFromTheLineIsNotLetIn() {
    enter(ConnectionGate.MOST_CONNECTING);
    Runnable waiting = () -> inside.add(new GatePass(gate));
    gate.enter(waiting);

    assertThat(gate.forget(waiting)).isTrue();
    assertThat(gate.forget(waiting)).isFalse();
    inside.getFirst().leave();

    assertThat(inside).hasSize(ConnectionGate.MOST_CONNECTING);
  }
}
