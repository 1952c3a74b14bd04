package io.axptoken.bench.soak;

import io.axptoken.bench.soak.Tally.Success;
import io.axptoken.bench.soak.VitalSigns.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is wrong with a server after a soak; nothing, at best. */
final class Verdict {
  static final Duration LONGEST_ANSWER = Duration.ofMillis(8500);

  private static final Set<Integer> DOCUMENTED = Set.of(200, 502, 503, 504);
  private static final int MEGABYTE = 1 << 20;

  private final List<String> complaints = new ArrayList<>();

  private Verdict() {}

  /** One line for each thing that is wrong. */
  static List<String> on(Tally tally, List<Outage> outages, List<Sample> samples) {
    Verdict verdict = new Verdict();
    verdict.answers(tally);
    verdict.recovery(tally, outages);
    verdict.flat("RSS, MiB", samples, s -> s.residentBytes() / MEGABYTE, 16);
    verdict.flat("heap after GC, MiB", samples, s -> s.heapBytes() / MEGABYTE, 4);
    verdict.flat("threads", samples, Sample::threads, 4);
    verdict.flat("open files", samples, Sample::files, 64);
    return verdict.complaints;
  }

  /** How long after its end an outage's first good answer was there, asked for after it. */
  static Duration recovery(Outage outage, List<Success> successes) {
    return Duration.ofNanos(
        successes.stream()
            .filter(success -> success.begin() >= outage.end())
            .mapToLong(success -> success.end() - outage.end())
            .min()
            .orElse(Long.MAX_VALUE));
  }

  private void answers(Tally tally) {
    require(tally.wrongTokens() == 0, "%d wrong tokens".formatted(tally.wrongTokens()));
    require(tally.broken() == 0, "%d requests without an answer".formatted(tally.broken()));
    require(!tally.successes().isEmpty(), "no token at all");
    long longest = tally.latencies().getMaxValue();
    require(
        longest <= LONGEST_ANSWER.toNanos(),
        String.format(Locale.ROOT, "an answer after %.2f s", longest / 1e9));
    for (int status : tally.statuses().keySet()) {
      require(DOCUMENTED.contains(status), "answers with status " + status);
    }
  }

  private void recovery(Tally tally, List<Outage> outages) {
    List<Success> successes = tally.successes();
    for (Outage outage : judged(outages)) {
      Duration took = recovery(outage, successes);
      require(
          took.compareTo(outage.longestRecovery()) <= 0,
          String.format(
              Locale.ROOT,
              "no token for %.2f s after %s at %s",
              took.toNanos() / 1e9,
              outage.fault(),
              outage.endpoint()));
    }
  }

  /** The outages after which all was well for long enough to recover. */
  static List<Outage> judged(List<Outage> outages) {
    return IntStream.range(0, outages.size())
        .filter(i ->
            i + 1 == outages.size()
                || outages.get(i + 1).begin() - outages.get(i).end()
                    > outages.get(i).longestRecovery().toNanos())
        .mapToObj(outages::get)
        .toList();
  }

  /** The last fifth of the samples, by its median, against the second: the first is warming up. */
  private void flat(String what, List<Sample> samples, ToLongFunction<Sample> part, long slack) {
    int fifth = samples.size() / 5;
    if (fifth == 0) {
      complaints.add("too few samples of " + what);
      return;
    }
    long early = median(samples.subList(fifth, 2 * fifth).stream().mapToLong(part));
    long late =
        median(samples.subList(samples.size() - fifth, samples.size()).stream().mapToLong(part));
    require(
        late <= early + Math.max(slack, early / 10),
        "%s grew from %d to %d".formatted(what, early, late));
  }

  static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private void require(boolean held, String complaint) {
    if (!held) {
      complaints.add(complaint);
    }
  }
}
