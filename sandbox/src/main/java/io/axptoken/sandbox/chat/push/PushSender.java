package io.axptoken.sandbox.chat.push;

import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells a server of events: each until 200 comes back in time, or the attempts are used up. It
 * belongs to the chat's loop.
 */
public final class PushSender {
  /** How many events may be under way; those beyond are not told. */
  private static final int MOST_UNDER_WAY = 10_000;

  private static final int CONNECTIONS = 16;

  private final PushCallbacks callbacks;
  private final ChatLoop loop;
  private final HttpClient client;
  private int underWay;

  /** Sends with that Vert.x. */
  public PushSender(PushCallbacks callbacks, ChatLoop loop, Vertx vertx) {
    this.callbacks = callbacks;
    this.loop = loop;
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    // Made there, it ends with the loop, and its answers come there.
    this.client = loop.call(() -> vertx.createHttpClient(new HttpClientOptions(), pool));
  }

  /** Begins to tell of an event. */
  void send(PushEvent event) {
    if (underWay < MOST_UNDER_WAY) {
      underWay++;
      attempt(event, 1, callbacks.generation());
    }
  }

  private void attempt(PushEvent event, int number, int generation) {
    Optional<PushCallback> callback = callbacks.callback();
    if (callback.isEmpty() || callbacks.generation() != generation) {
      underWay--;
      return;
    }
    post(callback.get(), event)
        .onComplete(answered -> {
          OptionalInt status =
              answered.succeeded() ? OptionalInt.of(answered.result()) : OptionalInt.empty();
          loop.run(() -> ended(callback.get(), event, number, generation, status));
        });
  }

  private void ended(
      PushCallback callback, PushEvent event, int number, int generation, OptionalInt status) {
    PushAttempt attempt = new PushAttempt(loop.now(), event, number, status);
    if (callbacks.generation() != generation) {
      underWay--;
      return;
    }
    if (attempt.accepted() || number >= callback.attempts()) {
      underWay--;
    } else {
      loop.after(callback.retryDelay(), () -> attempt(event, number + 1, generation));
    }
    callbacks.ended(attempt);
  }

  /** The status that is answered in time. */
  private Future<Integer> post(PushCallback callback, PushEvent event) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(callback.uri().toString())
            .putHeader("Content-Type", "application/json");
    Promise<Integer> inTime = Promise.promise();
    Timers.Timer timer = loop.after(callback.timeout(), () -> inTime.tryFail("too late"));
    client
        .request(options)
        .compose(request -> exchange(request, event, inTime.future()))
        .onSuccess(inTime::tryComplete)
        .onFailure(inTime::tryFail);
    return inTime.future().onComplete(answered -> timer.cancel());
  }

  /** A request that is broken off once nobody waits for its answer. */
  private static Future<Integer> exchange(
      HttpClientRequest request, PushEvent event, Future<Integer> inTime) {
    inTime.onFailure(late -> request.reset());
    return request
        .send(event.json().toBuffer())
        .compose(response -> response.end().map(read -> response.statusCode()));
  }
}
