package io.axptoken.server.identity.jwt.keys;

import io.axptoken.service.time.Clocks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, fetched from it in the background before they are needed, and again and
 * again, so that no request waits for it. A token that names an unknown key makes us look at once,
 * but such tokens do no more often than every ten seconds, however many come. While the issuer
 * cannot be reached the last good keys stay in force, for a day at most. Safe for use by many
 * threads.
 */
public final class RemoteKeys implements KeySource {
  /** How often the keys are fetched; a key that the issuer withdraws is refused after this time. */
  public static final Duration REFRESH = Duration.ofMinutes(10);

  /** How long keys are believed of which the issuer has not been heard again. */
  public static final Duration MAX_AGE = Duration.ofHours(24);

  /** The least time between two fetches because of unknown keys. */
  public static final Duration UNKNOWN_KEY_INTERVAL = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = System.getLogger(RemoteKeys.class.getName());

  private final String name;
  private final KeyFetch fetch;
  private final KeyRing fixed;
  private final Clocks clocks;
  private final UsedBy usedBy = new UsedBy();
  private final Delays delays;

  private volatile @Nullable Snapshot latest;
  private @Nullable Future<KeyRing> underWay;
  private long nextLook;
  private Duration pause = FIRST_PAUSE;
  private @Nullable String trouble;
  private @Nullable Instant fetchedAt;
  private @Nullable Instant failedAt;
  private long turn;
  private boolean closed;

  /**
   * How the keys stand.
   *
   * @param keys how many are in force
   * @param fetchedAt when they were last got from the issuer, or {@code null} if never
   * @param failedAt when that last failed, or {@code null} if never
   * @param failing whether the last try failed
   */
  public record Status(
      int keys, @Nullable Instant fetchedAt, @Nullable Instant failedAt, boolean failing) {}

  /** Keys that were fetched, and until when they are believed by either clock. */
  private record Snapshot(KeyRing ring, Instant wallEnd, long end) {
    boolean holds(Clocks clocks) {
      return !clocks.ticker().isPast(end) && clocks.wall().instant().isBefore(wallEnd);
    }
  }

  /**
   * Keys that are fetched, beside others that never change.
   *
   * @param name what the log calls the issuer
   */
  public RemoteKeys(
      String name, KeyFetch fetch, List<VerificationKey> fixed, Clocks clocks, Delays delays) {
    this.name = name;
    this.fetch = fetch;
    this.fixed = new KeyRing(fixed);
    this.clocks = clocks;
    this.delays = delays;
    this.nextLook = clocks.ticker().nanos();
  }

  /** Begins to fetch; a failure is logged and does no harm. */
  public RemoteKeys start() {
    refresh();
    return this;
  }

  /** What the log calls the issuer. */
  public String name() {
    return name;
  }

  /** The integrations whose users it helps to know. */
  public UsedBy usedBy() {
    return usedBy;
  }

  /** How the keys stand; asks nobody. */
  public synchronized Status status() {
    return new Status(current().keys().size(), fetchedAt, failedAt, trouble != null);
  }

  @Override
  public KeyRing current() {
    Snapshot now = latest;
    return now != null && now.holds(clocks) ? now.ring() : fixed;
  }

  @Override
  public synchronized Future<KeyRing> lookAgain(@Nullable String kid) {
    if (underWay != null) {
      return underWay;
    }
    if (!clocks.ticker().isPast(nextLook)) {
      return Future.succeededFuture(current());
    }
    nextLook = clocks.ticker().nanos() + UNKNOWN_KEY_INTERVAL.toNanos();
    return look();
  }

  @Override
  public synchronized Duration retryAfter() {
    Duration rest = Duration.ofNanos(nextLook - clocks.ticker().nanos());
    return rest.compareTo(FIRST_PAUSE) > 0 ? rest : FIRST_PAUSE;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private synchronized void refresh() {
    if (underWay == null && !closed) {
      look();
    }
  }

  private Future<KeyRing> look() {
    Promise<KeyRing> found = Promise.promise();
    underWay = found.future();
    fetch
        .fetch()
        .onComplete(keys -> {
          if (keys.succeeded()) {
            take(keys.result());
          } else {
            bear(keys.cause());
          }
          found.complete(current());
        });
    return found.future();
  }

  private synchronized void take(List<VerificationKey> keys) {
    List<VerificationKey> all = new ArrayList<>(fixed.keys());
    all.addAll(keys);
    Snapshot last = latest;
    KeyRing before = last == null ? fixed : last.ring();
    KeyRing ring = before.keys().equals(all) ? before : new KeyRing(all);
    Instant now = clocks.wall().instant();
    fetchedAt = now;
    latest = new Snapshot(ring, now.plus(MAX_AGE), clocks.ticker().nanos() + MAX_AGE.toNanos());
    underWay = null;
    pause = FIRST_PAUSE;
    if (trouble != null) {
      LOG.log(Level.INFO, () -> "The keys of " + name + " are there again." + usedBy);
      trouble = null;
    }
    lookLater(REFRESH);
  }

  private synchronized void bear(Throwable failure) {
    underWay = null;
    failedAt = clocks.wall().instant();
    String reason =
        failure instanceof NoKeys known ? known.getMessage() : "an internal error: " + failure;
    if (!Objects.equals(reason, trouble)) {
      trouble = reason;
      boolean some = !current().isEmpty();
      LOG.log(Level.WARNING, () -> line(Objects.toString(reason), some));
    }
    nextLook = clocks.ticker().nanos() + pause.toNanos();
    lookLater(pause);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private String line(String reason, boolean some) {
    return "The keys of %s could not be fetched: %s. %s%s"
        .formatted(
            name,
            reason,
            some
                ? "Those known so far stay in force, for a day at most."
                : "Nobody can be identified by it until they are; trying again.",
            usedBy);
  }

  /** One plan at a time: a look out of turn takes the place of the one planned. */
  private void lookLater(Duration delay) {
    long mine = ++turn;
    delays.after(
        delay,
        () -> {
          if (isStillPlanned(mine)) {
            refresh();
          }
        });
  }

  private synchronized boolean isStillPlanned(long planned) {
    return planned == turn;
  }
}
