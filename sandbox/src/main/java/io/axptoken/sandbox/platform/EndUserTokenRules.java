package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The platform's rules for the body of an end-user token request, all of them at once. */
final class EndUserTokenRules {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private final JsonObject body;
  private final List<Violation> violations = new ArrayList<>();

  private EndUserTokenRules(JsonObject body) {
    this.body = body;
  }

  /** All broken rules in the order of the fields; a field that is null counts as absent. */
  static List<Violation> violations(JsonObject body, String integrationId) {
    EndUserTokenRules rules = new EndUserTokenRules(body);
    rules.checkIntegration(integrationId);
    rules.checkRequired("customerId");
    rules.checkText("customerId", body.getValue("customerId"), 1, 256);
    rules.checkVerified();
    rules.checkText("customerName", body.getValue("customerName"), 0, 70);
    rules.checkIdentifiers();
    rules.checkTtl();
    return List.copyOf(rules.violations);
  }

  private void checkIntegration(String expected) {
    String field = "integrationId";
    checkRequired(field);
    @Nullable Object value = body.getValue(field);
    if (value instanceof String id) {
      if (!SandboxAccount.isUuid(id)) {
        broken(field, "must be a UUID of 36 characters", Violation.WRONG_FORMAT);
      } else if (!id.equalsIgnoreCase(expected)) {
        broken(field, "must be an integration of this account", Violation.UNKNOWN);
      }
    } else if (value != null) {
      broken(field, "must be a string", Violation.WRONG_TYPE);
    }
  }

  private void checkRequired(String field) {
    if (body.getValue(field) == null) {
      broken(field, "must be present", Violation.MISSING);
    }
  }

  private void checkText(String field, @Nullable Object value, int min, int max) {
    if (value instanceof String text) {
      checkSize(field, text.length(), min, max, "characters");
    } else if (value != null) {
      broken(field, "must be a string", Violation.WRONG_TYPE);
    }
  }

  private void checkVerified() {
    @Nullable Object value = body.getValue("verifiedCustomer");
    if (value != null && !(value instanceof Boolean)) {
      broken("verifiedCustomer", "must be true or false", Violation.WRONG_TYPE);
    }
  }

  private void checkIdentifiers() {
    String field = "customerIdentifiers";
    @Nullable Object value = body.getValue(field);
    if (value instanceof JsonObject identifiers) {
      checkSize(field, identifiers.size(), 1, 10, "names");
      identifiers.fieldNames().forEach(name -> checkIdentifier(name, identifiers.getValue(name)));
    } else if (value != null) {
      broken(field, "must be an object", Violation.WRONG_TYPE);
    }
  }

  private void checkIdentifier(String name, @Nullable Object value) {
    String field = "customerIdentifiers." + name;
    checkSize(field, name.length(), 1, 50, "characters as a name");
    if (value instanceof JsonArray values) {
      checkSize(field, values.size(), 0, 5, "values");
      for (int i = 0; i < values.size(); i++) {
        checkIdentifierValue(field + "[" + i + "]", values.getValue(i));
      }
    } else {
      broken(field, "must be an array of strings", Violation.WRONG_TYPE);
    }
  }

  private void checkIdentifierValue(String field, @Nullable Object value) {
    if (value == null) {
      broken(field, "must be a string", Violation.WRONG_TYPE);
    }
    checkText(field, value, 1, 256);
  }

  private void checkTtl() {
    @Nullable Object value = body.getValue("ttl");
    if (value == null) {
      return;
    }
    OptionalLong minutes = minutes(value);
    if (minutes.isEmpty()) {
      broken("ttl", "must be a whole number of minutes", Violation.WRONG_TYPE);
    } else if (minutes.getAsLong() < 15 || minutes.getAsLong() > 60) {
      broken("ttl", "must be 15 to 60 minutes", Violation.OUT_OF_RANGE);
    }
  }

  /** Whole minutes, as a number or as its digits: the vendor's older backend sends those. */
  static OptionalLong minutes(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return OptionalLong.of(((Number) value).longValue());
    }
    return value instanceof String text && DIGITS.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private void checkSize(String field, int size, int min, int max, String what) {
    if (size < min || size > max) {
      String range = min == 0 ? "at most " + max : min + " to " + max;
      broken(field, "must have " + range + " " + what, Violation.WRONG_SIZE);
    }
  }

  private void broken(String field, String message, int code) {
    violations.add(new Violation(field, message, code));
  }
}
