package io.axptoken.server.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.server.command.check.Finding;
import io.axptoken.service.command.ExitCode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The checklist for machines. Its form is documented; keys may be added, none taken away. */
final class CheckJson {
  private CheckJson() {}

  static String of(List<Finding> findings, int exitCode) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("version", 1);
      json.writeBooleanField("ok", exitCode == ExitCode.FINE);
      json.writeNumberField("exitCode", exitCode);
      json.writeArrayFieldStart("checks");
      for (Finding finding : findings) {
        write(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    String state = finding.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    json.writeStartObject();
    json.writeStringField("scope", finding.scope());
    json.writeStringField("check", finding.check());
    json.writeStringField("state", state);
    json.writeStringField("detail", finding.detail());
    json.writeStringField("remedy", finding.remedy());
    json.writeEndObject();
  }
}
