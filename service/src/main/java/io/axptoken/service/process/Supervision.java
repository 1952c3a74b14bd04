package io.axptoken.service.process;

import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.reload.Reloader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What ties a server to its process: signals stop it, each further one makes it hurry, and a
 * service manager hears how it does. The process ends with status 0 when everything under way was
 * finished, with 1 when something was cut off.
 */
public final class Supervision {
  private static final Logger LOG = System.getLogger(Supervision.class.getName());

  /** What the rest takes, once nothing is under way any more. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final RunningService<?> server;
  private final ServiceManager manager;
  private final ReloadStatus reloads = new ReloadStatus();
  private final AtomicBoolean stopping = new AtomicBoolean();

  private Supervision(RunningService<?> server, ServiceManager manager) {
    this.server = server;
    this.manager = manager;
  }

  /** Begins to watch over a server that has started. */
  public static void begin(RunningService<?> server, ReloadSignal reload) {
    long pid = ProcessHandle.current().pid();
    var supervision = new Supervision(server, ServiceManager.of(System.getenv(), pid));
    supervision.obey(); // First of all: whoever hears that it is ready may stop it at once.
    supervision.report();
    supervision.watchReloads();
    reload.then(supervision::toldToReload);
  }

  private void obey() {
    Signals.on("TERM", this::toldToStop);
    Signals.on("INT", this::toldToStop);
    // Whatever else ends the process: systems without these signals, and System.exit.
    Runtime.getRuntime().addShutdownHook(new Thread(this::endOfProcess, "stop"));
  }

  private void report() {
    if (manager.isThere()) {
      sayReady();
      Duration watchdog = manager.watchdog();
      if (watchdog.isPositive()) {
        Heartbeat.start(server.vertx(), server.loops(), watchdog.dividedBy(3), manager::alive);
      }
    }
  }

  private void watchReloads() {
    Reloader<?> reloader = server.reloader();
    if (reloader != null) {
      reloader.onEnd(failures -> {
        if (reloads.changed(failures)) {
          manager.status(status());
        }
      });
    }
  }

  private String status() {
    return "Serving on port " + server.port() + "." + reloads.words();
  }

  private void sayReady() {
    if (!stopping.get()) {
      manager.ready(status());
    }
  }

  private void toldToReload() {
    Reloader<?> reloader = server.reloader();
    if (reloader != null) {
      LOG.log(Level.INFO, "Told to reload.");
      manager.reloading();
      reloader.reread().onComplete(_ -> sayReady());
    }
  }

  private void toldToStop() {
    if (stopping.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(stopAndWait());
    } else {
      LOG.log(Level.INFO, "Told to stop again: hurrying.");
      server.hurry();
    }
  }

  private void endOfProcess() {
    if (stopping.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(stopAndWait());
    }
  }

  /** The status to end with. */
  private int stopAndWait() {
    LOG.log(Level.INFO, "Stopping: finishing what is under way.");
    Logs.expectStop();
    Duration longest = server.longestStop().plus(CLOSING);
    manager.stopping(longest);
    try {
      boolean finished =
          server
              .stop()
              .toCompletionStage()
              .toCompletableFuture()
              .get(longest.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(
          finished ? Level.INFO : Level.WARNING,
          finished ? "Stopped." : "Stopped, and cut off what was still under way.");
      return finished ? 0 : 1;
    } catch (ExecutionException | TimeoutException failure) {
      LOG.log(Level.WARNING, "Stopped without an orderly end.", failure);
      return 1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      Logs.flush();
    }
  }
}
