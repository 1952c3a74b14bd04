package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.axptoken.client.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The platform's JSON as a stream; unknown fields are passed over. */
final class Json {
  /** Bounded to what an answer may be. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          // A table of names that outlives the answer could be filled by whoever answers.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(100)
                  .maxStringLength(Transport.MAX_BODY_BYTES)
                  .build())
          .build();

  private Json() {}

  /** Takes one field's value; the parser stands on the value's first token. */
  interface FieldReader {
    /** Reads the value whole, or leaves it where it stands. */
    void read(String name, JsonParser value) throws IOException;
  }

  /**
   * Shows every field of a whole object to the reader, in order.
   *
   * @throws IOException if the bytes are not one JSON object and nothing else
   */
  static void readObject(byte[] bytes, FieldReader reader) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("Not a JSON object");
      }
      readFields(parser, reader);
      if (parser.nextToken() != null) {
        throw new IOException("More than one JSON value");
      }
    }
  }

  /** Writes an object of lists of texts. */
  static void writeLists(JsonGenerator json, Map<String, List<String>> lists) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      json.writeFieldName(list.getKey());
      json.writeArray(list.getValue().toArray(String[]::new), 0, list.getValue().size());
    }
    json.writeEndObject();
  }

  /** Shows the fields of the object that the parser stands in to the reader. */
  static void readFields(JsonParser parser, FieldReader reader) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      reader.read(name, parser);
      parser.skipChildren();
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("The JSON object has no end");
    }
  }
}
