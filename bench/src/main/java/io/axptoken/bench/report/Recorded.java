package io.axptoken.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An earlier run, as {@link JsonReport} wrote it: its medians. */
public final class Recorded {
  private final Path file;
  private final Map<String, Double> medians;

  private Recorded(Path file, Map<String, Double> medians) {
    this.file = file;
    this.medians = medians;
  }

  /** Reads the file; one that is no record is an exception that names it. */
  public static Recorded read(Path file) throws IOException {
    Map<String, Double> medians = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
      new Reader(json, medians).readAll();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is no JSON.", e);
    }
    if (medians.isEmpty()) {
      throw new IllegalArgumentException(file + " is no record of the bench.");
    }
    return new Recorded(file, medians);
  }

  /** Where it is from. */
  Path file() {
    return file;
  }

  /** The median of a figure: of the server, of nginx, or the ratio; null when there is none. */
  @Nullable Double median(String scene, String key, String of) {
    return medians.get(scene + '/' + key + '/' + of);
  }

  /** Finds the medians wherever they are in a scene's summary. */
  private static final class Reader {
    private final JsonParser json;
    private final Map<String, Double> medians;
    private String scene = "";

    Reader(JsonParser json, Map<String, Double> medians) {
      this.json = json;
      this.medians = medians;
    }

    void readAll() throws IOException {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        String path = json.getParsingContext().pathAsPointer().toString();
        if (token == JsonToken.VALUE_STRING && path.matches("/scenes/\\d+/name")) {
          scene = json.getText();
        } else if (token.isNumeric() && path.matches("/scenes/\\d+/summary/.*/median")) {
          String[] steps = path.split("/", -1);
          medians.put(scene + '/' + steps[4] + '/' + steps[5], json.getDoubleValue());
        }
      }
    }
  }
}
