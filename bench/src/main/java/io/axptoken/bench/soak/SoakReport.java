package io.axptoken.bench.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.bench.soak.VitalSigns.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The soak's figures. */
final class SoakReport {
  private static final int MEGABYTE = 1 << 20;

  private final Duration length;
  private final int rate;
  private final long seed;
  private final Tally tally;
  private final List<Outage> outages;
  private final List<Sample> samples;
  private final List<String> verdict;

  SoakReport(
      Duration length,
      int rate,
      long seed,
      Tally tally,
      List<Outage> outages,
      List<Sample> samples) {
    this.length = length;
    this.rate = rate;
    this.seed = seed;
    this.tally = tally;
    this.outages = outages;
    this.samples = samples;
    this.verdict = Verdict.on(tally, outages, samples);
  }

  /** What is wrong; empty when nothing is. */
  List<String> verdict() {
    return verdict;
  }

  String markdown() {
    Histogram waits = tally.latencies();
    return """
    | soak of %d minutes, %d requests/s, seed %d | |
    |---|---|
    | answers | %,d: %s |
    | wrong tokens, requests without an answer | %d, %d |
    | outages | %d, together %d s |
    | answer after, median / p99 / longest | %s / %s / %s |
    | first token after an outage, median / longest | %s / %s |
    | the same, of those that must be over within 1 s | %s / %s |
    | RSS, first / last / most | %s |
    | heap after GC, first / last / most | %s |
    | threads, first / last / most | %s |
    | open files, first / last / most | %s |
    | verdict | %s |
    """
        .formatted(
            length.toMinutes(),
            rate,
            seed,
            waits.getTotalCount(),
            statuses(),
            tally.wrongTokens(),
            tally.broken(),
            outages.size(),
            outages.stream().mapToLong(o -> o.end() - o.begin()).sum() / 1_000_000_000,
            seconds(waits.getValueAtPercentile(50)),
            seconds(waits.getValueAtPercentile(99)),
            seconds(waits.getMaxValue()),
            seconds(Verdict.median(recoveries(false).stream().mapToLong(n -> n))),
            seconds(recoveries(false).stream().mapToLong(n -> n).max().orElse(0)),
            seconds(Verdict.median(recoveries(true).stream().mapToLong(n -> n))),
            seconds(recoveries(true).stream().mapToLong(n -> n).max().orElse(0)),
            threeOf(s -> s.residentBytes() / MEGABYTE, " MiB"),
            threeOf(s -> s.heapBytes() / MEGABYTE, " MiB"),
            threeOf(Sample::threads, ""),
            threeOf(Sample::files, ""),
            verdict.isEmpty() ? "all well" : String.join("; ", verdict));
  }

  private String statuses() {
    return tally.statuses().entrySet().stream()
        .map(e -> "%,d × %d".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** After each outage that left time for it; nanoseconds. */
  private List<Long> recoveries(boolean usual) {
    List<Tally.Success> successes = tally.successes();
    List<Long> all =
        Verdict.judged(outages).stream()
            .filter(outage -> !usual || outage.isUsual())
            .map(outage -> Verdict.recovery(outage, successes).toNanos())
            .toList();
    return all.isEmpty() ? List.of(0L) : all;
  }

  private String threeOf(ToLongFunction<Sample> part, String unit) {
    long most = samples.stream().mapToLong(part).max().orElse(0);
    return "%d / %d / %d%s"
        .formatted(
            samples.isEmpty() ? 0 : part.applyAsLong(samples.getFirst()),
            samples.isEmpty() ? 0 : part.applyAsLong(samples.getLast()),
            most,
            unit);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      write(json);
    }
    return text.append('\n').toString();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("minutes", length.toMinutes());
    json.writeNumberField("requestsPerSecond", rate);
    json.writeNumberField("seed", seed);
    json.writeObjectFieldStart("answers");
    for (Map.Entry<Integer, Long> entry : tally.statuses().entrySet()) {
      json.writeNumberField(String.valueOf(entry.getKey()), entry.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("wrongTokens", tally.wrongTokens());
    json.writeNumberField("withoutAnswer", tally.broken());
    json.writeNumberField("longestAnswerMillis", tally.latencies().getMaxValue() / 1_000_000);
    writeOutages(json);
    writeSamples(json);
    json.writeArrayFieldStart("complaints");
    for (String complaint : verdict) {
      json.writeString(complaint);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeOutages(JsonGenerator json) throws IOException {
    List<Tally.Success> successes = tally.successes();
    json.writeArrayFieldStart("outages");
    for (Outage outage : outages) {
      json.writeStartObject();
      json.writeStringField("fault", outage.fault());
      json.writeStringField("endpoint", outage.endpoint());
      json.writeNumberField("millis", (outage.end() - outage.begin()) / 1_000_000);
      json.writeNumberField("recoveryMillis", Verdict.recovery(outage, successes).toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSamples(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("samples");
    for (Sample sample : samples) {
      json.writeStartObject();
      json.writeNumberField("residentBytes", sample.residentBytes());
      json.writeNumberField("heapBytes", sample.heapBytes());
      json.writeNumberField("threads", sample.threads());
      json.writeNumberField("openFiles", sample.files());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
