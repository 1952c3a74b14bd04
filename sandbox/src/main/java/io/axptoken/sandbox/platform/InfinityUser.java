package io.axptoken.sandbox.platform;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end user as a form to Infinity describes them, and the first of its rules that is broken.
 *
 * @param form the whole form
 * @param identifiers the JSON object in its field {@code customerIdentifiers}: empty if there is
 *     none, {@code null} if it is something else
 */
record InfinityUser(Form form, @Nullable JsonObject identifiers) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{2,30}");

  static InfinityUser of(Form form) {
    return new InfinityUser(form, identifiers(form.value("customerIdentifiers").orElse("{}")));
  }

  private static @Nullable JsonObject identifiers(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException | ClassCastException e) {
      return null;
    }
  }

  /** What is wrong, as the platform words it; empty if all is right. */
  Optional<String> fault() {
    String id = form.value("customerId").orElse("");
    if (id.isEmpty() || id.length() > 256) {
      return Optional.of("customerId must have 1 to 256 characters");
    }
    if (form.value("customerName").orElse("").length() > 70) {
      return Optional.of("customerName must have at most 70 characters");
    }
    if (identifiers == null) {
      return Optional.of("customerIdentifiers must be a JSON object");
    }
    return fault(identifiers, "emailAddresses", "email address", EMAIL)
        .or(() -> fault(identifiers, "phoneNumbers", "phone number", PHONE));
  }

  private static Optional<String> fault(
      JsonObject identifiers, String type, String what, Pattern form) {
    @Nullable Object values = identifiers.getValue(type);
    if (values == null) {
      return Optional.empty();
    }
    if (!(values instanceof JsonArray array) || array.size() > 1) {
      return Optional.of("only one " + what + " is allowed");
    }
    return array.stream()
        .filter(value -> !(value instanceof String text && form.matcher(text).matches()))
        .map(value -> "invalid " + what + " " + value)
        .findFirst();
  }

  /** As a request to AXP would describe them; to be asked only when there is no fault. */
  JsonObject toJson(String integrationId) {
    JsonObject json =
        new JsonObject()
            .put("integrationId", integrationId)
            .put("customerId", form.value("customerId").orElse(""));
    form.value("customerName").ifPresent(name -> json.put("customerName", name));
    if (form.value("customerIdentifiers").isPresent()) {
      json.put("customerIdentifiers", identifiers);
    }
    return json;
  }
}
