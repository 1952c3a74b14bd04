package io.axptoken.server.edge;

import io.axptoken.client.Violation;
import java.util.List;

/**
 * An error answer (RFC 9457).
 *
 * @param kind which of the catalogue
 * @param detail for the caller: what is wrong and what to do; never upstream text, secrets or names
 *     of classes
 * @param violations every broken input rule; empty but for a constraint violation
 */
record Problem(ProblemKind kind, String detail, List<Violation> violations) {
  static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, List.of());
  }

  static Problem violations(List<Violation> violations) {
    return new Problem(
        ProblemKind.CONSTRAINT_VIOLATION, "The request breaks the rules listed.", violations);
  }
}
