package io.axptoken.client.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What one call tells the gate: that it has its connection, and that it leaves, each once at the
 * most and in this order, whatever the HTTP client does at the same moment.
 */
final class GatePass {
  private enum Stage {
    CONNECTING,
    CONNECTED,
    GONE
  }

  private final ConnectionGate gate;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);

  GatePass(ConnectionGate gate) {
    this.gate = gate;
  }

  void connected() {
    if (stage.compareAndSet(Stage.CONNECTING, Stage.CONNECTED)) {
      gate.connected();
    }
  }

  void leave() {
    Stage before = stage.getAndSet(Stage.GONE);
    if (before != Stage.GONE) {
      gate.leave(before == Stage.CONNECTED);
    }
  }
}
