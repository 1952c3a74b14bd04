package io.axptoken.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes problems as {@code application/problem+json}. */
public final class ProblemJson {
  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_BYTES = 256;

  private ProblemJson() {}

  /** The body of the answer to the request of this id. */
  public static Buffer write(Problem problem, String requestId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", problem.type().type());
      json.writeStringField("title", problem.type().title());
      json.writeNumberField("status", problem.type().status());
      json.writeStringField("detail", problem.detail());
      json.writeStringField("requestId", requestId);
      writeViolations(json, problem);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private static void writeViolations(JsonGenerator json, Problem problem) throws IOException {
    if (problem.violations().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("violations");
    for (Violation violation : problem.violations()) {
      json.writeStartObject();
      json.writeStringField("field", violation.field());
      json.writeStringField("message", violation.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
