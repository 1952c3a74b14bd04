package io.axptoken.server.identity.jwt.keys;

import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import io.axptoken.service.tls.PemText;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are fetched one by one, each in PEM under its id, and never change. At most one is
 * fetched a second, however many unknown ids come. Safe for use by many threads.
 */
public final class KeysById implements KeySource {
  private static final Logger LOG = System.getLogger(KeysById.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int MAX_KEYS = 32;

  /** What an id may be made of, so that it stays a name in a URL. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final String base;
  private final Documents documents;
  private final Workers workers;
  private final Ticker ticker;
  private final Throttle failures;
  private volatile KeyRing ring = KeyRing.EMPTY;
  private long nextLook;
  private @Nullable Future<KeyRing> underWay;

  /** Keys below this address. */
  public KeysById(URI base, Documents documents, Vertx vertx, Ticker ticker) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text : text + "/";
    this.documents = documents;
    this.workers = new Workers(vertx);
    this.ticker = ticker;
    this.failures = new Throttle(1, QUIET, ticker);
    this.nextLook = ticker.nanos();
  }

  @Override
  public KeyRing current() {
    return ring;
  }

  @Override
  public synchronized Future<KeyRing> lookAgain(@Nullable String kid) {
    if (underWay != null) {
      return underWay;
    }
    if (kid == null || !ID.matcher(kid).matches() || !ticker.isPast(nextLook)) {
      return Future.succeededFuture(ring);
    }
    nextLook = ticker.nanos() + INTERVAL.toNanos();
    Promise<KeyRing> found = Promise.promise();
    underWay = found.future();
    documents
        .get(URI.create(base + kid))
        .compose(pem -> workers.run(() -> read(kid, pem)))
        .onComplete(keys -> {
          end(keys.succeeded() ? keys.result() : List.of(), keys.cause());
          found.complete(ring);
        });
    return found.future();
  }

  @Override
  public Duration retryAfter() {
    return INTERVAL;
  }

  private synchronized void end(List<VerificationKey> keys, @Nullable Throwable failure) {
    underWay = null;
    if (failure != null) {
      tell(failure);
      return;
    }
    List<VerificationKey> all = new ArrayList<>(keys);
    all.addAll(ring.keys());
    ring = new KeyRing(all.subList(0, Math.min(all.size(), MAX_KEYS)));
  }

  /** Whoever makes up ids can have a fetch fail each second. */
  private void tell(Throwable failure) {
    int before = failures.admit();
    if (before != Throttle.LEFT_OUT) {
      LOG.log(
          Level.WARNING,
          () ->
              "A key of %s could not be fetched: %s.%s"
                  .formatted(
                      base,
                      failure instanceof NoKeys known ? known.getMessage() : failure,
                      before > 0 ? " [repeated=" + before + "]" : ""));
    }
  }

  private static List<VerificationKey> read(String kid, byte[] pem) throws NoKeys {
    try {
      List<VerificationKey> keys = PemReader.read(PemText.of(pem));
      if (keys.size() == 1) {
        VerificationKey key = keys.getFirst();
        return List.of(new VerificationKey(kid, key.algorithms(), key.key()));
      }
    } catch (NoKeys _) {
      // Told below: there is no key.
    }
    throw new NoKeys("the answer is no public key in PEM");
  }
}
