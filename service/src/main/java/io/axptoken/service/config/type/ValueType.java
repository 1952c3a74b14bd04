package io.axptoken.service.config.type;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the values of a setting are written and checked. */
public sealed interface ValueType<T> permits ValueType.One, ValueType.Many, Mapped {
  /** What is accepted, as the end of "must be …". */
  String syntax();

  /** Whether a value must never be shown. */
  boolean secret();

  /** Whether its values are lists or maps. */
  default boolean isCollection() {
    return false;
  }

  /** A text as it was written, taken apart as far as that must be done before it is resolved. */
  default UnparsedValue written(String text, Path folder) {
    return UnparsedValue.of(text, folder);
  }

  /** Reads a value. */
  T parse(UnparsedValue input) throws InvalidValue;

  /** Reads one text. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text, Path folder) throws InvalidValue;
  }

  /** Reads one text that is no path. */
  @FunctionalInterface
  interface TextParser<T> {
    T parse(String text) throws InvalidValue;
  }

  /** Looks at a whole list, and may put it in order. */
  @FunctionalInterface
  interface Finish<E> {
    List<E> apply(List<E> entries) throws InvalidValue;
  }

  /** A type of single values. */
  public static <T> One<T> of(String syntax, TextParser<T> parser) {
    return new One<>(syntax, false, (text, folder) -> parser.parse(text));
  }

  /** A single value. */
  record One<T>(String syntax, boolean secret, Parser<T> parser) implements ValueType<T> {
    @Override
    public T parse(UnparsedValue input) throws InvalidValue {
      if (input.list()) {
        throw InvalidValue.withoutValue("must be " + syntax + ", but is a list", "");
      }
      UnparsedValue.Part part = input.parts().getFirst();
      if (Placeholders.isIn(part.text(), secret)) {
        throw InvalidValue.withoutValue(
            "is still "
                + (secret
                    ? "a placeholder"
                    : "the placeholder " + DisplayText.quoted(part.written())),
            "put the real value in its place");
      }
      return parser.parse(part.text(), input.folder());
    }
  }

  /**
   * A list of single values; a single text is split at its commas. What a secret text refers to is
   * not: a comma may be part of a secret.
   */
  record Many<E>(String syntax, One<E> element, Finish<E> finish) implements ValueType<List<E>> {
    @Override
    public boolean secret() {
      return element.secret();
    }

    @Override
    public boolean isCollection() {
      return true;
    }

    @Override
    public UnparsedValue written(String text, Path folder) {
      return secret()
          ? new UnparsedValue(true, Commas.split(text).map(UnparsedValue.Part::of).toList(), folder)
          : UnparsedValue.of(text, folder);
    }

    @Override
    public List<E> parse(UnparsedValue input) throws InvalidValue {
      List<E> entries = new ArrayList<>();
      List<InvalidValue.Fault> faults = new ArrayList<>();
      for (UnparsedValue.Part part : split(input)) {
        try {
          entries.add(element.parse(input.single(part)));
        } catch (InvalidValue e) {
          e.faults().forEach(fault -> faults.add(fault.in(part.written())));
        }
      }
      if (!faults.isEmpty()) {
        throw new InvalidValue(faults);
      }
      return finish.apply(List.copyOf(entries));
    }

    private static List<UnparsedValue.Part> split(UnparsedValue input) {
      if (input.list()) {
        return input.parts();
      }
      UnparsedValue.Part whole = input.parts().getFirst();
      return Commas.split(whole.text())
          .map(text ->
              new UnparsedValue.Part(null, text, whole.isReferred() ? whole.written() : text))
          .toList();
    }
  }
}
