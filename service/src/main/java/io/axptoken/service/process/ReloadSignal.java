package io.axptoken.service.process;

import org.jspecify.annotations.Nullable;

/**
 * The signal to reload, SIGHUP, heard before there is a server that could reload: one that comes so
 * early does not end the process, and is obeyed as soon as the server listens. Safe for use by many
 * threads.
 */
public final class ReloadSignal {
  private @Nullable Runnable task;
  private boolean early;

  private ReloadSignal() {}

  /** Hears it from now on. */
  public static ReloadSignal hear() {
    ReloadSignal signal = new ReloadSignal();
    Signals.on("HUP", signal::came);
    return signal;
  }

  /** Has the task run each time that it comes, and once at once if it came before. */
  public void then(Runnable reload) {
    if (takes(reload)) {
      reload.run();
    }
  }

  private synchronized boolean takes(Runnable reload) {
    task = reload;
    boolean missed = early;
    early = false;
    return missed;
  }

  private void came() {
    Runnable known = known();
    if (known != null) {
      known.run();
    }
  }

  private synchronized @Nullable Runnable known() {
    early |= task == null;
    return task;
  }
}
