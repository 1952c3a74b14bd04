package io.axptoken.sandbox.fcm;

/**
 * Whom a message is for.
 *
 * @param kind how the message names it
 * @param value the name
 */
record Target(Kind kind, String value) {
  /** The ways to name a target. */
  enum Kind {
    TOKEN("token"),
    INSTALLATION("fid"),
    TOPIC("topic"),
    CONDITION("condition");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** The field of a message. */
    String field() {
      return field;
    }
  }

  /** Whether this is one device. */
  boolean isDevice() {
    return kind == Kind.TOKEN || kind == Kind.INSTALLATION;
  }
}
