package io.axptoken.sandbox.config;

import java.util.List;

/** A configuration that cannot be used; it tells everything that is wrong, a line each. */
public final class SandboxConfigException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  /** With all that is wrong. */
  public SandboxConfigException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
