package io.axptoken.service.reload;

import java.util.List;
import java.util.stream.Collectors;

/** What cannot be used anew, and why. */
public final class ReloadFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ReloadSubject what;

  /** What of it cannot be used, and why, for the operator. */
  public ReloadFailure(ReloadSubject what, String message) {
    super(message, null, false, false);
    this.what = what;
  }

  /** What of it cannot be used, and why, for the operator. */
  public ReloadFailure(ReloadSubject what, List<?> problems) {
    this(what, problems.stream().map(Object::toString).collect(Collectors.joining("; ")));
  }

  /** What of it. */
  public ReloadSubject what() {
    return what;
  }
}
