package io.axptoken.bench.result;

import io.axptoken.bench.host.Calibration;
import io.axptoken.bench.host.Machine;
import io.axptoken.bench.host.Placement;
import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under what conditions was measured.
 *
 * @param date when
 * @param machine on what
 * @param placement which CPU did what
 * @param java version
 * @param nginx version
 * @param wrk version
 * @param connections how many callers
 * @param seconds length of a run
 * @param warmUp load before it
 */
public record Conditions(
    LocalDate date,
    String machine,
    String placement,
    String java,
    String nginx,
    String wrk,
    int connections,
    Duration seconds,
    Duration warmUp) {

  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)*");

  /** The conditions here and now. */
  public static Conditions of(
      Workspace workspace, Placement placement, int connections, Duration seconds, Duration warmUp)
      throws IOException, InterruptedException {
    return new Conditions(
        LocalDate.now(Clock.systemUTC()),
        Machine.describe() + "; " + Calibration.measure().describe(),
        placement.describe(),
        Runtime.version().toString(),
        version(workspace, "nginx"),
        version(workspace, "wrk"),
        connections,
        seconds,
        warmUp);
  }

  private static String version(Workspace workspace, String program)
      throws IOException, InterruptedException {
    String output =
        workspace.start(program, List.of(program, "-v")).anyOutput(Duration.ofSeconds(10));
    Matcher matcher = VERSION.matcher(output);
    return matcher.find() ? matcher.group() : "unknown";
  }
}
