package io.axptoken.server.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a token request: strict JSON in UTF-8, no duplicate keys, at most eight levels
 * deep, nothing behind the object. Unknown members are passed over, as the reference does.
 */
final class RequestJson {
  private static final int MAX_DEPTH = 8;
  private static final char REPLACEMENT = '\uFFFD';
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names are the callers': a table of them that outlives the request can be poisoned.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** What was in the body. */
  sealed interface Read {
    /** Hands this to the case that it is: a kind that is added has to have one. */
    <A, T> T match(A argument, Cases<A, T> cases);

    /** What is done in each case. */
    interface Cases<A, T> {
      /** It is an object. */
      T attributes(A argument, Attributes read);

      /** It is none. */
      T malformed(A argument, Malformed read);
    }

    /** A JSON object; what it says is still to be judged. */
    record Attributes(RequestAttributes attributes) implements Read {
      @Override
      public <A, T> T match(A argument, Cases<A, T> cases) {
        return cases.attributes(argument, this);
      }
    }

    /** Not JSON as we take it. */
    record Malformed(String detail) implements Read {
      @Override
      public <A, T> T match(A argument, Cases<A, T> cases) {
        return cases.malformed(argument, this);
      }
    }
  }

  private RequestJson() {}

  static Read read(byte[] body, RequestFields fields) {
    String text = decoded(body, startOf(body));
    if (text == null) {
      return new Read.Malformed("The body is not valid UTF-8.");
    }
    if (text.isBlank()) {
      return new Read.Malformed(
          "The body is empty; send a JSON object with a " + fields.id() + ".");
    }
    try (JsonParser json = JSON.createParser(text)) {
      return readObject(json, fields);
    } catch (IOException _) {
      return new Read.Malformed(
          "The body is not one well-formed JSON object without duplicate keys, at most "
              + MAX_DEPTH
              + " levels deep.");
    }
  }

  private static Read readObject(JsonParser json, RequestFields fields) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return new Read.Malformed("The body must be a JSON object.");
    }
    RequestAttributes attributes = new RequestAttributes(fields);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      attributes.read(name, json);
    }
    if (json.nextToken() != null) {
      return new Read.Malformed("The body has something behind the JSON object.");
    }
    return new Read.Attributes(attributes);
  }

  /**
   * Behind a byte order mark, which some programs write before all that they write (RFC 8259, 8.1).
   */
  private static int startOf(byte[] body) {
    boolean marked =
        body.length >= 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  /** The text, or {@code null} if it is not UTF-8; the strict decoder runs only on suspicion. */
  private static @Nullable String decoded(byte[] body, int start) {
    String text = new String(body, start, body.length - start, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body, start, body.length - start))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }
}
