package io.axptoken.server.command.check;

import io.axptoken.server.command.check.Finding.State;
import java.util.List;

/** Where the checks of one scope put what they find. */
public final class Findings {
  /** Hears of everything as it happens. */
  public interface Listener {
    /** A check begins that may take a while. */
    void began(String scope, String check);

    /** A check is done. */
    void found(Finding finding);
  }

  private final String scope;
  private final Listener listener;

  /** Tells the listener of what is found in this scope. */
  public Findings(String scope, Listener listener) {
    this.scope = scope;
    this.listener = listener;
  }

  void begin(String check) {
    listener.began(scope, check);
  }

  /** Found in order; {@code true}, as what depends on it may be tried. */
  public boolean ok(String check, String detail) {
    return add(check, State.OK, detail, "");
  }

  /** Found to work, but not to be liked; {@code true}. */
  public boolean warning(String check, String detail, String remedy) {
    return add(check, State.WARNING, detail, remedy);
  }

  /** Found not to work; {@code false}, as what depends on it need not be tried. */
  public boolean failed(String check, String detail, String remedy) {
    return add(check, State.FAILED, detail, remedy);
  }

  void notTried(List<String> checks) {
    checks.forEach(check -> add(check, State.NOT_TRIED, "not tried", ""));
  }

  private boolean add(String check, State state, String detail, String remedy) {
    listener.found(new Finding(scope, check, state, detail, remedy));
    return state != State.FAILED;
  }
}
