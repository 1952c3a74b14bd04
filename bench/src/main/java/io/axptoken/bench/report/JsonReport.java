package io.axptoken.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.load.Latencies;
import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** All that was measured, for programs: conditions, medians, and every rotation. */
public final class JsonReport {
  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** One JSON object. */
  public static String render(Conditions conditions, List<Rotation> rotations) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      new JsonReport(json).write(conditions, rotations);
    }
    return text.append('\n').toString();
  }

  private void write(Conditions conditions, List<Rotation> rotations) throws IOException {
    json.writeStartObject();
    write(conditions);
    json.writeObjectFieldStart("summary");
    for (Metric metric : Metric.ALL) {
      write(metric, rotations);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("rotations");
    for (Rotation rotation : rotations) {
      write(rotation);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Conditions conditions) throws IOException {
    json.writeObjectFieldStart("conditions");
    json.writeStringField("date", conditions.date().toString());
    json.writeStringField("machine", conditions.machine());
    json.writeStringField("placement", conditions.placement());
    json.writeStringField("java", conditions.java());
    json.writeStringField("nginx", conditions.nginx());
    json.writeStringField("wrk", conditions.wrk());
    json.writeNumberField("connections", conditions.connections());
    json.writeNumberField("seconds", conditions.seconds().toSeconds());
    json.writeNumberField("warmUpSeconds", conditions.warmUp().toSeconds());
    json.writeEndObject();
  }

  private void write(Metric metric, List<Rotation> rotations) throws IOException {
    json.writeObjectFieldStart(metric.key());
    json.writeStringField("title", metric.title());
    json.writeStringField("unit", metric.unit());
    write("server", metric.server(rotations));
    write("nginx", metric.nginx(rotations));
    write("ratio", metric.ratio(rotations));
    json.writeEndObject();
  }

  private void write(String name, Summary summary) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("median", summary.median());
    json.writeNumberField("min", summary.min());
    json.writeNumberField("max", summary.max());
    json.writeEndObject();
  }

  private void write(Rotation rotation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("stubPerSecond", rotation.stubPerSecond());
    json.writeNumberField("halfLoad", rotation.halfLoad());
    write("stubLatencies", rotation.stubLatencies());
    write("server", rotation.server());
    write("nginx", rotation.nginx());
    json.writeEndObject();
  }

  private void write(String name, Measurement measurement) throws IOException {
    CpuMeter.Usage cpu = measurement.capacity().cpu();
    json.writeObjectFieldStart(name);
    json.writeNumberField("answers", measurement.capacity().outcome().answers());
    json.writeNumberField("tokensPerSecond", measurement.capacity().tokensPerSecond());
    json.writeNumberField("cpuMicrosPerToken", measurement.capacity().cpuMicrosPerToken());
    json.writeNumberField("serverCpuShare", cpu.serverShare());
    json.writeNumberField("stubCpuShare", cpu.stubShare());
    json.writeNumberField("callersCpuShare", cpu.callersShare());
    json.writeNumberField("strangersCpuShare", cpu.strangersShare());
    json.writeNumberField(
        "cpuMicrosPerTokenAtHalfLoad", measurement.halfLoad().cpuMicrosPerToken());
    write("latencies", measurement.halfLoad().latencies());
    json.writeNumberField("toFirstTokenSeconds", measurement.toFirstToken().toNanos() / 1e9);
    json.writeNumberField("idleBytes", measurement.idleBytes());
    json.writeNumberField("loadedBytes", measurement.loadedBytes());
    json.writeEndObject();
  }

  private void write(String name, Latencies latencies) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("answers", latencies.answers());
    json.writeNumberField("p50Micros", latencies.p50().toNanos() / 1e3);
    json.writeNumberField("p99Micros", latencies.p99().toNanos() / 1e3);
    json.writeEndObject();
  }
}
