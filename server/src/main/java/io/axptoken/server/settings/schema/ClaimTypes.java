package io.axptoken.server.settings.schema;

import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Mapped;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How settings say which claim, or which header, is which attribute of the user. */
final class ClaimTypes {
  /** What OpenID Connect calls the attributes; {@code ""} leaves one out. */
  static final String USUAL =
      "userId=sub, userName=name, emailAddresses=email, phoneNumbers=phone_number";

  private static final int LONGEST_ATTRIBUTE = 50;
  private static final Pattern STEPS =
      Pattern.compile("(?:'[^']+'|[^.']+)(?:\\.(?:'[^']+'|[^.']+))*");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&*+.^_`|~-]+");

  /** Attributes to the paths of their claims. */
  static final Mapped<String> PATHS =
      map("a map of attributes to claims", "a claim, or names divided by dots", ClaimTypes::path);

  /** Attributes to the names of their headers. */
  static final Mapped<String> HEADERS =
      map("a map of attributes to headers", "the name of a header", ClaimTypes::header);

  private ClaimTypes() {}

  /** The usual mapping with changes: what is {@code ""} is left out. */
  static Map<String, String> merged(Map<String, String> usual, Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(usual);
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    return Collections.unmodifiableMap(all);
  }

  /** What {@link #USUAL} says. */
  static Map<String, String> usual() {
    return Map.of(
        "userId", "sub",
        "userName", "name",
        "emailAddresses", "email",
        "phoneNumbers", "phone_number");
  }

  private static Mapped<String> map(
      String syntax, String element, ValueType.TextParser<String> parser) {
    return new Mapped<>(syntax, ClaimTypes::attribute, ValueType.of(element, parser));
  }

  private static String attribute(String name) throws InvalidValue {
    Types.plain(name);
    if (name.isEmpty() || name.length() > LONGEST_ATTRIBUTE) {
      throw InvalidValue.withoutValue(
          "must be userId, userName or a type of identifiers of 1 to 50 characters", "");
    }
    return name;
  }

  private static String path(String text) throws InvalidValue {
    Types.plain(text);
    if (text.contains("://") && !text.contains("'")) {
      throw InvalidValue.of(
          "must have the claim's name in single quotes", "it has dots, which divide names");
    }
    if (!text.isEmpty() && !STEPS.matcher(text).matches()) {
      throw InvalidValue.of("must be the name of a claim, or names divided by dots");
    }
    return text;
  }

  private static String header(String text) throws InvalidValue {
    if (!text.isEmpty() && !HEADER.matcher(text).matches()) {
      throw InvalidValue.of("must be the name of a header");
    }
    return text;
  }
}
