package io.axptoken.push.delivery;

import io.axptoken.push.fcm.Fcm;
import io.axptoken.push.fcm.Message;
import io.axptoken.push.fcm.Reply;
import io.axptoken.push.fcm.ServiceAccount;
import io.axptoken.push.fcm.UnusableAccount;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.settings.FcmSettings;
import io.axptoken.push.store.Outbox;
import io.axptoken.push.store.Parcel;
import io.axptoken.push.store.Settled;
import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes rows of the outbox that are due and sends them: leased in a short transaction, sent outside
 * of it, settled in another one. A row whose lease is nearly over is not sent any more, so that an
 * instance that was frozen does not send what another one has taken over.
 */
public final class Dispatcher implements AutoCloseable {
  /** For how long a row is an instance's own. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final int UNDER_WAY = 200;
  private static final int AT_ONCE = 64;
  private static final long POLL_MILLIS = 500;
  private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final Accounts accounts;
  private final Fcm fcm;
  private final Supplier<FcmSettings> settings;
  private final InstantSource clock;
  private final Duration lease;
  private final Retries retries = new Retries(() -> ThreadLocalRandom.current().nextDouble());
  private final Sends sends;
  private final Throttle lines = new Throttle(10, Duration.ofMinutes(1), Ticker.SYSTEM);
  private final Semaphore free = new Semaphore(UNDER_WAY);
  private final Semaphore woken = new Semaphore(0);
  private final Batches<Settled> settling;
  private final Thread thread;
  private volatile boolean stopping;

  /** Begins to send; the settings are asked for each time. */
  public Dispatcher(
      Outbox outbox,
      Accounts accounts,
      Fcm fcm,
      Supplier<FcmSettings> settings,
      InstantSource clock,
      Sends sends,
      Duration lease) {
    this.outbox = outbox;
    this.accounts = accounts;
    this.fcm = fcm;
    this.settings = settings;
    this.clock = clock;
    this.sends = sends;
    this.lease = lease;
    this.settling = new Batches<>("push-settle", outbox::settle);
    this.thread = Thread.ofVirtual().name("push-dispatch").start(this::run);
  }

  /** There is something new: look at once. */
  public void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        if (claimAndSend(room()) == 0) {
          waitForNews();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many may be claimed; what is claimed has its place before it is. */
  private int room() throws InterruptedException {
    free.acquire();
    int more = Math.min(AT_ONCE - 1, free.availablePermits());
    return free.tryAcquire(more) ? 1 + more : 1;
  }

  private void waitForNews() throws InterruptedException {
    boolean news = woken.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
    LOG.log(Level.TRACE, () -> "looking into the outbox, news=" + news);
  }

  private int claimAndSend(int room) {
    List<Parcel> parcels = List.of();
    try {
      parcels = outbox.claim(room, lease);
    } catch (RuntimeException failure) {
      warn("The outbox cannot be read; sending goes on when it can: ", failure);
    } finally {
      free.release(room - parcels.size());
    }
    Map<String, Account> known = new HashMap<>();
    parcels.forEach(parcel -> take(parcel, known));
    return parcels.size();
  }

  private void warn(String what, Throwable failure) {
    if (lines.lets()) {
      String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
      LOG.log(Level.WARNING, () -> what + failure.getClass().getSimpleName() + ": " + reason);
    }
  }

  private void take(Parcel parcel, Map<String, Account> known) {
    reply(parcel, known)
        .onComplete(done -> {
          Reply reply = done.succeeded() ? done.result() : new Reply.Later("INTERNAL", null);
          if (done.failed()) {
            warn("A message could not be sent: ", done.cause());
          }
          settle(retries.settle(parcel, reply, settings.get(), clock.instant()));
        });
  }

  private Future<Reply> reply(Parcel parcel, Map<String, Account> known) {
    Instant now = clock.instant();
    if (now.isAfter(parcel.leaseUntil().minus(lease.dividedBy(2)))) {
      return Future.succeededFuture(new Reply.NotAsked("LEASE_OVER", Duration.ZERO));
    }
    if (now.isAfter(parcel.deadline())) {
      return Future.succeededFuture(new Reply.Later("EXPIRED", null));
    }
    return switch (known.computeIfAbsent(parcel.configId(), this::account)) {
      case Account.Usable(ServiceAccount account) -> send(parcel, account, now);
      case Account.Not(Reply reply) -> Future.succeededFuture(reply);
    };
  }

  /** A configuration's service account, or why it cannot be used. */
  private sealed interface Account {
    record Usable(ServiceAccount account) implements Account {}

    record Not(Reply reply) implements Account {}
  }

  private Account account(String configId) {
    try {
      return accounts
          .find(configId)
          .<Account>map(Account.Usable::new)
          .orElseGet(() -> new Account.Not(new Reply.BadMessage("CONFIG_DELETED")));
    } catch (MasterKeys.CannotOpen | UnusableAccount unusable) {
      warn("", unusable);
      return new Account.Not(new Reply.Refused("KEY_UNREADABLE"));
    } catch (RuntimeException failure) {
      warn("A configuration cannot be read: ", failure);
      return new Account.Not(new Reply.NotAsked("STORE_UNAVAILABLE", STORE_PAUSE));
    }
  }

  private Future<Reply> send(Parcel parcel, ServiceAccount account, Instant now) {
    JsonObject message =
        Message.of(
            parcel.deviceToken(),
            parcel.platform(),
            new JsonObject(parcel.data()),
            settings.get().fallback(),
            Duration.between(now, parcel.deadline()));
    return fcm.send(account, message);
  }

  private void settle(Settled settled) {
    tell(settled);
    write(settled);
  }

  /** What is not written down is sent again: it is tried for as long as the row is held. */
  private void write(Settled settled) {
    settling
        .add(settled)
        .whenComplete((_, failure) -> {
          boolean held = clock.instant().isBefore(settled.parcel().leaseUntil());
          if (failure == null || !held || stopping) {
            free.release();
          } else {
            CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> write(settled));
          }
          if (failure != null) {
            warn("What was sent cannot be written down, and may be sent again: ", failure);
          }
        });
  }

  private void tell(Settled settled) {
    Sends.Outcome outcome = outcome(settled);
    sends.count(outcome);
    boolean odd = outcome != Sends.Outcome.SENT && outcome != Sends.Outcome.DEAD_DEVICE;
    if (odd && lines.lets()) {
      LOG.log(
          Level.WARNING,
          () ->
              "Not sent: %s, %s, attempt %d [config=%s row=%s]"
                  .formatted(
                      settled.error(),
                      outcome.label(),
                      settled.parcel().attempts(),
                      settled.parcel().configId(),
                      settled.parcel().id()));
    }
  }

  private static Sends.Outcome outcome(Settled settled) {
    if (settled.pause() != null) {
      return Sends.Outcome.PAUSED;
    }
    return switch (settled.state()) {
      case SENT -> Sends.Outcome.SENT;
      case PENDING -> Sends.Outcome.RETRIED;
      case EXPIRED -> Sends.Outcome.EXPIRED;
      case FAILED ->
          settled.deadDevice() == null ? Sends.Outcome.FAILED : Sends.Outcome.DEAD_DEVICE;
    };
  }

  /** Takes nothing more, and waits for what is under way, but not longer than this. */
  public boolean drain(Duration longest) {
    stopping = true;
    wake();
    try {
      return free.tryAcquire(UNDER_WAY, longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    settling.close();
  }
}
