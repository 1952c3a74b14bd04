package io.axptoken.client.platform;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.Secret;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.Transport;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that were granted over one transport, for all platforms that use it: whose
 * account, client and secret are the same, they ask for one token together. Each platform keeps
 * what it got, so a token costs no look at this. Safe for use by many threads.
 */
final class SharedGrants {
  private static final WeakKeys<Transport, SharedGrants> OF_TRANSPORTS = new WeakKeys<>();

  private final Map<Client, SharedGrant> grants = new ConcurrentHashMap<>();
  private final AtomicInteger users = new AtomicInteger();

  /** Those of that transport, for one more platform, which is to {@link #leave} some day. */
  static SharedGrants join(Transport transport) {
    SharedGrants known = OF_TRANSPORTS.get(transport, SharedGrants::new);
    known.users.incrementAndGet();
    return known;
  }

  /** A platform needs them no more; after the last one nothing is kept. */
  void leave() {
    if (users.decrementAndGet() == 0) {
      grants.clear();
    }
  }

  /**
   * Who asks.
   *
   * @param endpoint where tokens are given out, which names the account
   * @param secret in force: who has another one must not profit from this one
   * @param nanoTime the clock that lives are measured by
   */
  record Client(
      URI endpoint, String clientId, String appKey, Secret secret, LongSupplier nanoTime) {
    /** Without key and secret. */
    @Override
    public String toString() {
      return "Client[endpoint=" + endpoint + ", clientId=" + clientId + "]";
    }
  }

  /**
   * A grant that is fresh, or is being fetched by another platform, or else is fetched.
   *
   * @param fetch asks the platform
   */
  CompletionStage<Grant> get(Client client, Supplier<? extends CompletionStage<Grant>> fetch) {
    SharedGrant known = grants.computeIfAbsent(client, asked -> new SharedGrant(asked.nanoTime()));
    SharedGrant.Turn turn = known.turn();
    if (turn.isMine()) {
      forgetOld(client);
      begin(fetch).whenComplete(turn::end);
      return turn.grant();
    }
    return turn.grant()
        .handleAsync((grant, error) -> again(client, fetch, grant, error), Aside.THREADS)
        .thenCompose(stage -> stage);
  }

  private static CompletionStage<Grant> begin(Supplier<? extends CompletionStage<Grant>> fetch) {
    try {
      return fetch.get();
    } catch (Throwable e) { // Those who wait for it must hear of this, too.
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Of secrets that were rotated away. */
  private void forgetOld(Client but) {
    grants.forEach((client, grant) -> {
      if (!client.equals(but) && grant.isOver()) {
        grants.remove(client, grant);
      }
    });
  }

  /** Whose fetch was ended because somebody else's platform was closed begins one. */
  private CompletionStage<Grant> again(
      Client client,
      Supplier<? extends CompletionStage<Grant>> fetch,
      @Nullable Grant grant,
      @Nullable Throwable error) {
    if (grant != null) {
      return CompletableFuture.completedFuture(grant);
    }
    Throwable cause = Causes.orMissing(error);
    return isClosed(cause) ? get(client, fetch) : CompletableFuture.failedFuture(cause);
  }

  private static boolean isClosed(Throwable error) {
    return error instanceof PlatformException known
        && known.failure().trace().cause() == Cause.CLOSED;
  }

  /** The platform refused a call with these headers: nobody else is given them. */
  void refused(Map<String, String> headers) {
    grants.values().forEach(grant -> grant.refused(headers));
  }
}
