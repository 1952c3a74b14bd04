package io.axptoken.bench.host;

import java.io.IOException;
import java.time.Duration;

/** CPU time spent by each party since the meter was started. */
public final class CpuMeter {
  private final Child server;
  private final Child stub;
  private final long startedNanos = System.nanoTime();
  private final Reading before;

  private CpuMeter(Child server, Child stub) throws IOException {
    this.server = server;
    this.stub = stub;
    this.before = read();
  }

  /** Starts to count. */
  public static CpuMeter start(Child server, Child stub) throws IOException {
    return new CpuMeter(server, stub);
  }

  /** What has been spent up to now. */
  public Usage usage() throws IOException {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
    Reading now = read();
    return new Usage(
        elapsed,
        now.server.minus(before.server),
        now.stub.minus(before.stub),
        now.callers.minus(before.callers),
        now.host.minus(before.host));
  }

  private Reading read() throws IOException {
    long self = ProcessHandle.current().pid();
    Duration callers = Proc.cpu(self).plus(Proc.endedChildrenCpu(self));
    return new Reading(server.cpu(), stub.cpu(), callers, Proc.busyHost());
  }

  private record Reading(Duration server, Duration stub, Duration callers, Duration host) {}

  /**
   * CPU time spent within a time.
   *
   * @param elapsed the time
   * @param server by the server measured
   * @param stub by the platform stub
   * @param callers by this process and those it started and saw end: the callers
   * @param host by everything on the machine
   */
  public record Usage(
      Duration elapsed, Duration server, Duration stub, Duration callers, Duration host) {
    /** The server's part of one CPU. */
    public double serverShare() {
      return share(server);
    }

    /** The stub's part of one CPU. */
    public double stubShare() {
      return share(stub);
    }

    /** The callers' part of one CPU. */
    public double callersShare() {
      return share(callers);
    }

    /** What strangers took, in parts of one CPU: above a few per cent the numbers are noisy. */
    public double strangersShare() {
      return Math.max(0, share(host.minus(server).minus(stub).minus(callers)));
    }

    /** The server's time for one of so many answers, in microseconds. */
    public double serverMicrosPer(long answers) {
      return server.toNanos() / 1e3 / answers;
    }

    private double share(Duration cpu) {
      return (double) cpu.toNanos() / elapsed.toNanos();
    }
  }
}
