package io.axptoken.server.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.client.EndUserRules;
import io.axptoken.server.identity.Claim;
import io.axptoken.service.http.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end user as the body describes them, member by member, and every rule that it breaks. Wrong
 * types are told together with wrong values, so that a developer corrects all of them at once. What
 * is {@code null} counts as left out, as with the reference: many clients write it for what they do
 * not have.
 */
final class RequestAttributes {
  private final RequestFields fields;
  private final List<Violation> wrongTypes = new ArrayList<>(0);
  private final Map<String, List<String>> identifiers = new LinkedHashMap<>(4);
  private boolean namesId;
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable Boolean verified;

  RequestAttributes(RequestFields fields) {
    this.fields = fields;
  }

  /** Takes one member; the parser stands on its value. */
  void read(String member, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (member.equals(fields.id())) {
      namesId = true;
      id = textOf(json);
    } else if (member.equals(fields.name())) {
      name = optionalText(member, json);
    } else if (member.equals(fields.identifiers())) {
      readIdentifiers(member, json);
    } else if (fields.verified().contains(member)) {
      readVerified(member, json);
    } else {
      json.skipChildren();
    }
  }

  /**
   * All broken rules, in the caller's own words.
   *
   * @param idMandatory whether the id has to be there
   */
  List<Violation> violations(boolean idMandatory) {
    List<Violation> all = new ArrayList<>(wrongTypes);
    if (id == null && idMandatory) {
      all.addFirst(fields.missingId());
    } else if (id == null && namesId) {
      all.addFirst(new Violation(fields.id(), "should be a string, or be left out"));
    }
    String checkedId = id == null ? "absent" : id;
    for (var violation : EndUserRules.violations(checkedId, name, identifiers)) {
      all.add(fields.renamed(violation));
    }
    return all;
  }

  /** Whom the body names; to be asked only when there are no violations. */
  Claim claim() {
    return new Claim(id, name, identifiers, verified);
  }

  private static @Nullable String textOf(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private @Nullable String optionalText(String field, JsonParser json) throws IOException {
    String text = textOf(json);
    if (text == null) {
      wrong(field, "should be a string, or be left out");
    }
    return text;
  }

  private void readVerified(String field, JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      json.skipChildren();
      wrong(field, "should be true or false, or be left out");
      return;
    }
    boolean value = json.getBooleanValue();
    if (verified != null && verified != value) {
      wrong(
          field,
          "contradicts "
              + String.join(
                  " and ", fields.verified().stream().filter(f -> !f.equals(field)).toList()));
    }
    verified = value;
  }

  private void readIdentifiers(String field, JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      wrong(field, "should be an object of arrays of strings, or be left out");
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String type = json.currentName();
      json.nextToken();
      readValues(type, json);
    }
  }

  private void readValues(String type, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    List<String> values = new ArrayList<>(2);
    identifiers.put(type, values);
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      wrongIdentifier(type, "", "should be an array of strings");
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readValue(type, values, json);
    }
    if (values.isEmpty()) {
      identifiers.remove(type);
    }
  }

  /** An empty text says as little as {@code null}. */
  private void readValue(String type, List<String> values, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    String value = textOf(json);
    if (value == null && values.size() < EndUserRules.MAX_IDENTIFIER_VALUES) {
      wrongIdentifier(type, "[" + values.size() + "]", "should be a string");
    }
    if (value == null || !value.isEmpty()) {
      values.add(value == null ? "absent" : value);
    }
  }

  /** Like the rules, it tells nothing of types beyond the limit, so that answers stay short. */
  private void wrongIdentifier(String type, String index, String message) {
    if (identifiers.size() <= EndUserRules.MAX_IDENTIFIER_TYPES) {
      String field = EndUserRules.identifierField(identifiers.size() - 1, type) + index;
      wrongTypes.add(fields.renamed(field, message));
    }
  }

  private void wrong(String field, String message) {
    wrongTypes.add(new Violation(field, message));
  }
}
