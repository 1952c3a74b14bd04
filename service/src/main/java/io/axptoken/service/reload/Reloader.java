package io.axptoken.service.reload;

import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.http.Listener;
import io.axptoken.service.reload.ReloadAttempt.Result;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has changes come into force: those of files that settings refer to, which are looked at every now
 * and then, and those of the configuration itself when somebody says so. The last good ones stay in
 * force whatever comes. Safe for use by many threads; one thing is done after the other.
 *
 * @param <S> the settings
 */
public final class Reloader<S extends ServiceSettings> {
  private static final Logger LOG = System.getLogger(Reloader.class.getName());

  /** Files that have not changed for so long are taken to be written to their ends. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  /** What came of it. */
  public enum Outcome {
    /** Nothing was to be done. */
    UNCHANGED,
    /** Files are changing; they are looked at again soon. */
    CHANGING,
    /** Something is faulty, which may be half of a change: it is tried once more. */
    WAITING,
    /** What changed is in force. */
    RELOADED,
    /** Something is faulty, and told. */
    FAILED
  }

  private final Vertx vertx;
  private final Program<S> program;
  private final LiveSettings<S> live;
  private final GenerationSwap<S> swap;
  private final Listener listener;
  private final WatchedFiles files;
  private volatile RawConfiguration<S> written;
  private volatile Protections protections;
  private Future<?> last = Future.succeededFuture();
  private long timer = -1;
  private volatile Consumer<List<ReloadFailure>> onEnd = _ -> {};

  /** Watches over what these live settings are read from. */
  public Reloader(
      Program<S> program, LiveSettings<S> live, GenerationSwap<S> swap, Listener listener) {
    this.program = program;
    this.vertx = swap.lasting().vertx();
    this.live = live;
    this.swap = swap;
    this.listener = listener;
    this.files = new WatchedFiles(live.files());
    this.written = live.written();
    this.protections = live.protections();
  }

  /** Has a listener hear how each reload ends: what could not be changed, if anything. */
  public void onEnd(Consumer<List<ReloadFailure>> listener) {
    onEnd = listener;
  }

  /** Looks whether files have changed, again and again. */
  public void watch() {
    look().onComplete(done -> watchLater(done.result()));
  }

  /** Looks whether files have changed, and puts changes in force once they are whole. */
  public Future<Outcome> look() {
    return inTurn(() -> Blocking.run(vertx, files::look).compose(this::follow));
  }

  /** Reads everything anew, at once. */
  public Future<Outcome> reread() {
    return inTurn(() ->
            Blocking.run(vertx, files::look)
                .compose(state ->
                    Blocking.run(vertx, () -> live.source().read())
                        .compose(read -> attempt(read, state, true))))
        .onComplete(done -> watchLater(done.result()));
  }

  private synchronized Future<Outcome> inTurn(Supplier<Future<Outcome>> task) {
    Future<Outcome> next = last.transform(_ -> task.get());
    last = next.onFailure(bug -> LOG.log(Level.ERROR, "Reloading failed", bug));
    return next;
  }

  private synchronized void watchLater(@Nullable Outcome outcome) {
    vertx.cancelTimer(timer);
    Duration interval = swap.generation().settings().server().operation().reloadInterval();
    if (interval.isPositive()) {
      Duration delay = outcome == Outcome.CHANGING ? SETTLED : interval;
      timer = vertx.setTimer(delay.toMillis(), _ -> watch());
    }
  }

  private Future<Outcome> follow(FileStamps state) {
    return switch (files.judge(state)) {
      case KNOWN -> Future.succeededFuture(Outcome.UNCHANGED);
      case CHANGING -> Future.succeededFuture(Outcome.CHANGING);
      case SETTLED -> attempt(written, state, false);
    };
  }

  /**
   * Tries to change over.
   *
   * @param isAsked whether somebody waits to hear how it goes
   */
  private Future<Outcome> attempt(RawConfiguration<S> next, FileStamps state, boolean isAsked) {
    return new ReloadAttempt<>(program, swap, listener, live.logging(), live.settings())
        .make(next, written, protections)
        .map(result -> {
          if (result.isInForce()) {
            written = next;
            protections = result.protections();
          }
          return note(result, state, isAsked);
        });
  }

  private Outcome note(Result result, FileStamps state, boolean isAsked) {
    if (result.failures().isEmpty()) {
      files.applied(state, result.files());
      if (isAsked) {
        result.reportNoNews(swap.lasting().reloads());
      }
      onEnd.accept(List.of());
      return Outcome.RELOADED;
    }
    boolean again = isAsked || files.hasFailed(state);
    files.failed(state, result.files());
    if (!again) {
      return Outcome.WAITING;
    }
    files.told();
    result.reportFailures(swap.lasting().reloads());
    onEnd.accept(result.failures());
    return Outcome.FAILED;
  }
}
