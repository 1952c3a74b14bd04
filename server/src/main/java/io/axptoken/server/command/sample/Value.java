package io.axptoken.server.command.sample;

import java.util.List;
import java.util.Map;

/** A value of the sample's configuration. */
sealed interface Value {
  /**
   * A text, number or truth value.
   *
   * @param text as our configuration writes it: references are ours
   * @param truthy whether JavaScript takes it for true
   * @param isText whether it is a text, so that a sum with it is one
   */
  record Plain(String text, boolean truthy, boolean isText) implements Value {
    static Plain text(String text) {
      return new Plain(text, !text.isEmpty(), true);
    }

    /** Says nothing of the text: it may be a secret. */
    @Override
    public String toString() {
      return "Plain[REDACTED]";
    }
  }

  /** The environment variable of that name, which may be set or not. */
  record Variable(String name) implements Value {
    String reference() {
      return "${env:" + name + "}";
    }
  }

  /** The first value, or if there is none the second. */
  record Either(Variable variable, Plain otherwise) implements Value {}

  /** Nothing at all: null or undefined. */
  record Nothing() implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {}

  /**
   * An object; a value that could not be read is {@link Unknown}.
   *
   * @param more where something stands in it that may add fields, or take their places
   */
  record Fields(Map<String, Field> fields, List<Place> more) implements Value {}

  /** A value that only running the file would tell. */
  record Unknown(String why) implements Value {}

  /** Something that may add fields, or take the place of others. */
  record More() implements Value {}

  /** A field of an object. */
  record Field(Value value, Place place) {}
}
