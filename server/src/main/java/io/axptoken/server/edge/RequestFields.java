package io.axptoken.server.edge;

import io.axptoken.service.http.Violation;
import java.util.Set;

/**
 * What a client calls the attributes of the end user in its request body.
 *
 * @param id the stable id
 * @param name the display name
 * @param identifiers the object of identifier types
 * @param verified all names the flag is known by
 */
record RequestFields(String id, String name, String identifiers, Set<String> verified) {
  /** The token server's own names; the Android samples call the flag {@code verifiedCustomer}. */
  static final RequestFields TOKEN =
      new RequestFields(
          "userId", "userName", "userIdentifiers", Set.of("verified", "verifiedCustomer"));

  /** The names of the older Chat SDK. */
  static final RequestFields CHAT_SDK =
      new RequestFields(
          "customerId",
          "customerName",
          "customerIdentifiers",
          Set.of("verifiedCustomer", "verified"));

  /** What the reference says to a body without an id. */
  Violation missingId() {
    return new Violation(id, id + " is mandatory and should be a string");
  }

  /** The violation in the caller's words: {@code id} becomes {@code userId}, and so on. */
  Violation renamed(io.axptoken.client.Violation violation) {
    return renamed(violation.field(), violation.message());
  }

  /** The same of a field as the client library calls it. */
  Violation renamed(String field, String message) {
    int end = 0;
    while (end < field.length() && field.charAt(end) != '.' && field.charAt(end) != '[') {
      end++;
    }
    String name = nameOf(field.substring(0, end)) + field.substring(end);
    return new Violation(name, message);
  }

  private String nameOf(String attribute) {
    return switch (attribute) {
      case "id" -> id;
      case "name" -> name;
      case "identifiers" -> identifiers;
      default -> attribute;
    };
  }
}
