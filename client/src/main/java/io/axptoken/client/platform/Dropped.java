package io.axptoken.client.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the code of the library's user throws: told once to the operator, and without effect. */
final class Dropped {
  private static final Logger LOG = System.getLogger(Dropped.class.getName());

  private final String whose;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Of that part, such as {@code platform listener}. */
  Dropped(String whose) {
    this.whose = whose;
  }

  void met(Throwable thrown) {
    try {
      Level level = told.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG;
      LOG.log(level, "The {0} threw {1}; calls go on.", whose, thrown.getClass().getName());
    } catch (Throwable e) { // A log can fail, too, above all where the stack has just run over.
      told.set(false);
    }
  }
}
