package io.axptoken.service.http;

import java.util.List;

/**
 * An error answer (RFC 9457).
 *
 * @param type which of the catalogue
 * @param detail for the caller: what is wrong and what to do; never text of others, secrets or
 *     names of classes
 * @param violations every broken input rule; empty but for a constraint violation
 */
public record Problem(ProblemType type, String detail, List<Violation> violations) {
  /** One without violations. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of());
  }

  /** A constraint violation. */
  public static Problem violations(List<Violation> violations) {
    return new Problem(
        HttpProblem.CONSTRAINT_VIOLATION, "The request breaks the rules listed.", violations);
  }
}
