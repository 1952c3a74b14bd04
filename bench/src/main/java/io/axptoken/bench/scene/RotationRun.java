package io.axptoken.bench.scene;

import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.load.Latencies;
import io.axptoken.bench.load.OpenLoop;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.load.WrkOutcome;
import io.axptoken.bench.result.Capacity;
import io.axptoken.bench.result.HalfLoad;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.stub.StubProcess;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Launcher.Running;
import io.axptoken.bench.subject.Subject;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Measures one rotation: capacity of each server in turn, then the latencies of all at one rate.
 */
final class RotationRun {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private static final int WARM_UP_PARTS = 4;
  private static final int MOST_PARTS = 8;

  private final Lengths lengths;
  private final Launcher launcher;
  private final StubProcess stub;
  private final Requests requests;
  private final Wire wire;
  private final Wrk wrk;
  private final Consumer<String> progress;

  RotationRun(
      Lengths lengths,
      Launcher launcher,
      StubProcess stub,
      Requests requests,
      Wire wire,
      Wrk wrk,
      Consumer<String> progress) {
    this.lengths = lengths;
    this.launcher = launcher;
    this.stub = stub;
    this.requests = requests;
    this.wire = wire;
    this.wrk = wrk;
    this.progress = progress;
  }

  Rotation measure(Subject server, Subject nginx, boolean serverFirst)
      throws IOException, InterruptedException {
    progress.accept("platform stub alone");
    double ceiling = wrk.run(stub.directUri(), requests, aMoment()).rate();
    Busy first = serverFirst ? keepBusy(server, lengths.warmUp()) : keepBusy(nginx, aMoment());
    Busy second = serverFirst ? keepBusy(nginx, aMoment()) : keepBusy(server, lengths.warmUp());
    Busy ours = serverFirst ? first : second;
    Busy yardstick = serverFirst ? second : first;
    double rate = Math.min(ours.rate(), yardstick.rate()) / 2;
    progress.accept("latencies at %,.0f requests/s".formatted(rate));
    Rotation rotation =
        new Rotation(
            ours.measurement(halfLoad(ours.running, rate)),
            yardstick.measurement(halfLoad(yardstick.running, rate)),
            ceiling,
            rate,
            callers(rate).run(stub.directUri(), requests, lengths.run()));
    launcher.stop(first.running);
    launcher.stop(second.running);
    return rotation;
  }

  // nginx has nothing to compile: it needs its connections, and no more.
  private Duration aMoment() {
    return lengths.warmUp().compareTo(MOMENT) < 0 ? lengths.warmUp() : MOMENT;
  }

  private OpenLoop callers(double rate) {
    return new OpenLoop(lengths.connections(), rate, wire);
  }

  private Busy keepBusy(Subject subject, Duration warmUp) throws IOException, InterruptedException {
    progress.accept(subject.name());
    Running running = launcher.start(subject, requests);
    long idle = running.child().residentBytes();
    warmUp(subject, warmUp);
    long callsBefore = stub.calls().endUserTokens();
    CpuMeter meter = CpuMeter.start(running.child(), stub.child());
    WrkOutcome outcome = wrk.run(subject.tokenUri(), requests, lengths.run());
    Capacity capacity = new Capacity(outcome, meter.usage());
    long calls = stub.calls().endUserTokens() - callsBefore;
    if (subject.reuses()) {
      requireReusedTokens(subject, outcome, calls);
    } else {
      requireFreshTokens(subject, outcome, calls);
    }
    return new Busy(running, idle, running.child().residentBytes(), capacity);
  }

  // In parts, each with connections of its own, so that handshakes are warm as well; and until each
  // user has come, where the server is to know them all.
  private void warmUp(Subject subject, Duration length) throws IOException, InterruptedException {
    long parts = Math.clamp(length.toSeconds() / 2, 1, WARM_UP_PARTS);
    Duration part = Duration.ofSeconds(length.toSeconds() / parts);
    long came = 0;
    for (int i = 0; i < parts || (hasStrangers(subject, came) && i < MOST_PARTS); i++) {
      came += wrk.warmUp(subject.tokenUri(), requests, part).answers();
    }
  }

  private boolean hasStrangers(Subject subject, long came) {
    return subject.reuses() && came < 1.2 * requests.count();
  }

  // Handing out one token twice would be cheap, and wrong.
  private static void requireFreshTokens(Subject subject, WrkOutcome outcome, long calls) {
    if (calls < outcome.answers()) {
      throw new IllegalStateException(
          "The run is void, %s gave %d answers out of %d calls of the platform."
              .formatted(subject.name(), outcome.answers(), calls));
    }
  }

  // New ones now and then would be dear, and the number no measure of reuse.
  private static void requireReusedTokens(Subject subject, WrkOutcome outcome, long calls) {
    if (calls > outcome.answers() / 1000) {
      throw new IllegalStateException(
          "The run is void, %s asked the platform %d times for %d answers."
              .formatted(subject.name(), calls, outcome.answers()));
    }
  }

  private HalfLoad halfLoad(Running running, double rate) throws IOException, InterruptedException {
    OpenLoop callers = callers(rate);
    URI uri = running.subject().tokenUri();
    callers.run(uri, requests, aMoment());
    CpuMeter meter = CpuMeter.start(running.child(), stub.child());
    Latencies latencies = callers.run(uri, requests, lengths.run());
    return new HalfLoad(latencies, meter.usage());
  }

  private record Busy(Running running, long idleBytes, long loadedBytes, Capacity capacity) {
    double rate() {
      return capacity.tokensPerSecond();
    }

    Measurement measurement(HalfLoad halfLoad) {
      return new Measurement(running.toFirstToken(), idleBytes, loadedBytes, capacity, halfLoad);
    }
  }
}
