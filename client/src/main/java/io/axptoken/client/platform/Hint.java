package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.transport.TransportAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says about itself, for the operator's log: the OAuth {@code error} code (RFC 6749,
 * 5.2), or the fragment of a problem's {@code type}, or its {@code title} (RFC 9457), and the names
 * of the fields that broke a rule. A problem may also stand as text in the {@code
 * error_description}; its title is added. Everything else, free text and values above all, may tell
 * of customers and is left out, and so is whatever does not look like a code, a title or a field
 * name.
 */
final class Hint implements Json.FieldReader {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
  private static final Pattern TITLE = Pattern.compile("[A-Za-z]{1,20}([ _-][A-Za-z]{1,20}){0,5}");
  private static final Pattern FIELD =
      Pattern.compile("[A-Za-z]{1,30}([._][A-Za-z]{1,30}){0,3}(\\[[0-9]{1,2}])?");
  private static final int MOST_FIELDS = 5;

  private @Nullable String error;
  private @Nullable String type;
  private @Nullable String title;
  private @Nullable String inner;
  private final List<String> fields = new ArrayList<>();

  private Hint() {}

  /** The hint of an answer, which may say nothing. */
  static Hint of(TransportAnswer answer) {
    return of(answer.body());
  }

  private static Hint of(byte[] object) {
    Hint hint = new Hint();
    try {
      Json.readObject(object, hint);
    } catch (IOException e) {
      return new Hint(); // What broke off or is no JSON is not trusted in parts.
    }
    return hint;
  }

  /** What the codes of the protocol mean; titles and other texts mean nothing. */
  Cause cause() {
    if (fields.contains("integrationId")) {
      return Cause.INTEGRATION_REFUSED;
    }
    return switch (String.valueOf(error)) {
      case "invalid_client" -> Cause.INVALID_CLIENT;
      case "unauthorized_client" -> Cause.UNAUTHORIZED_CLIENT;
      default -> Cause.ANSWER;
    };
  }

  @Override
  public void read(String name, JsonParser value) throws IOException {
    switch (name) {
      case "error" -> error = matching(CODE, value.getValueAsString());
      case "type" -> type = matching(CODE, fragment(value.getValueAsString()));
      case "title" -> title = matching(TITLE, value.getValueAsString());
      case "error_description" -> inner = titleWithin(value.getValueAsString());
      case "violations" -> readViolations(value);
      default -> {}
    }
  }

  private static @Nullable String titleWithin(@Nullable String description) {
    if (description == null || !description.startsWith("{")) {
      return null;
    }
    return of(description.getBytes(StandardCharsets.UTF_8)).title;
  }

  private void readViolations(JsonParser array) throws IOException {
    if (array.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (array.nextToken() != JsonToken.END_ARRAY) {
      if (array.currentToken() == JsonToken.START_OBJECT) {
        Json.readFields(array, this::readViolation);
      } else {
        array.skipChildren();
      }
    }
  }

  private void readViolation(String name, JsonParser value) throws IOException {
    String field = name.equals("field") ? matching(FIELD, value.getValueAsString()) : null;
    if (field != null && fields.size() < MOST_FIELDS) {
      fields.add(field);
    }
  }

  /** For the operator's eyes, or {@code null} if there is nothing. */
  @Nullable String text() {
    String code = error != null ? error : type != null ? type : title;
    if (inner != null) {
      code = code == null ? inner : code + ": " + inner;
    }
    if (fields.isEmpty()) {
      return code;
    }
    String list = "fields " + String.join(", ", fields);
    return code == null ? list : code + ": " + list;
  }

  private static @Nullable String fragment(@Nullable String uri) {
    int hash = uri == null ? -1 : uri.indexOf('#');
    return uri == null || hash < 0 ? null : uri.substring(hash + 1);
  }

  private static @Nullable String matching(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches() ? text : null;
  }
}
