package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Value.Plain;
import io.axptoken.server.command.sample.Value.Variable;
import org.jspecify.annotations.Nullable;

/** Sums of texts, such as templates are. */
final class Texts {
  private Texts() {}

  /** Both in one, or {@code null} if that is no text, or none that we can write. */
  static @Nullable Plain join(Value first, Value second) {
    String left = text(first);
    String right = text(second);
    boolean sum = isText(first) || isText(second);
    if (left == null
        || right == null
        || !sum
        || (left.endsWith("$") && second instanceof Variable)) {
      return null;
    }
    // Two halves must not make a reference that neither of them was.
    String seam = left.endsWith("$") && right.startsWith("{") ? "$" : "";
    return Plain.text(left + seam + right);
  }

  private static boolean isText(Value value) {
    return value instanceof Plain plain && plain.isText();
  }

  private static @Nullable String text(Value value) {
    return switch (value) {
      case Plain(String text, _, _) -> text;
      case Variable variable -> variable.reference();
      default -> null;
    };
  }
}
