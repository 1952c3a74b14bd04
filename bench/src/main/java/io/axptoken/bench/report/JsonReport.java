package io.axptoken.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.load.Latencies;
import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was measured, for programs: conditions, and each scene with medians and rotations. */
public final class JsonReport {
  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** One JSON object. */
  public static String render(Conditions conditions, List<SceneResult> scenes) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      new JsonReport(json).write(conditions, scenes);
    }
    return text.append('\n').toString();
  }

  private void write(Conditions conditions, List<SceneResult> scenes) throws IOException {
    json.writeStartObject();
    write(conditions);
    json.writeArrayFieldStart("scenes");
    for (SceneResult scene : scenes) {
      write(scene);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(SceneResult scene) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", scene.name());
    json.writeStringField("title", scene.title());
    json.writeStringField("void", scene.voided());
    json.writeArrayFieldStart("notes");
    for (String note : scene.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    for (Figure figure : scene.figures()) {
      write(figure);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("rotations");
    for (Rotation rotation : scene.rotations()) {
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

  private void write(Figure figure) throws IOException {
    json.writeObjectFieldStart(figure.key());
    json.writeStringField("title", figure.title());
    json.writeStringField("unit", figure.unit());
    write("server", figure.server());
    write("nginx", figure.nginx());
    write("ratio", figure.ratio());
    json.writeEndObject();
  }

  private void write(String name, @Nullable Summary summary) throws IOException {
    if (summary == null) {
      return;
    }
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
