package io.axptoken.sandbox.platform;

import io.vertx.core.json.JsonObject;

/**
 * A broken rule of a request's body. The platform's codes look like these, but only the shape is
 * known: the numbers are the sandbox's own.
 *
 * @param field the path of the field, and empty for the body as a whole
 * @param message the rule
 * @param code the kind of rule
 */
public record Violation(String field, String message, int code) {
  /** A required field is not there. */
  public static final int MISSING = 20001;

  /** The value is of another JSON type. */
  public static final int WRONG_TYPE = 20002;

  /** The value is too short or too long, or has too few or too many members. */
  public static final int WRONG_SIZE = 20003;

  /** The number is too small or too large. */
  public static final int OUT_OF_RANGE = 20004;

  /** The value names nothing that exists. */
  public static final int UNKNOWN = 20005;

  /** The text has another form. */
  public static final int WRONG_FORMAT = 20006;

  JsonObject toJson() {
    return new JsonObject().put("field", field).put("message", message).put("code", code);
  }
}
