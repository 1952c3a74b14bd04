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
   */
  record Plain(String text, boolean truthy) implements Value {
    /** Says nothing of the text: it may be a secret. */
    @Override
    public String toString() {
      return "Plain[REDACTED]";
    }
  }

  /** The environment variable of that name, which may be set or not. */
  record Variable(String name) implements Value {}

  /** The first value, or if there is none the second. */
  record Either(Variable variable, Plain otherwise) implements Value {}

  /** Nothing at all: null or undefined. */
  record Nothing() implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {}

  /** An object; a value that could not be read is {@link Unknown}. */
  record Fields(Map<String, Field> fields) implements Value {}

  /** A value that only running the file would tell. */
  record Unknown(String why) implements Value {}

  /** A field of an object. */
  record Field(Value value, Place place) {}
}
