package io.axptoken.server.assembly;

import io.axptoken.server.observe.metrics.Reloads.What;
import java.util.List;
import java.util.stream.Collectors;

/** What cannot be used anew, and why. */
final class ReloadFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final What what;

  ReloadFailure(What what, String message) {
    super(message, null, false, false);
    this.what = what;
  }

  ReloadFailure(What what, List<?> problems) {
    this(what, problems.stream().map(Object::toString).collect(Collectors.joining("; ")));
  }

  What what() {
    return what;
  }
}
