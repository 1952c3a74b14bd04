package io.axptoken.push.fcm;

import io.axptoken.push.fcm.Grants.NoGrant;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** Firebase Cloud Messaging, HTTP v1. Safe for use by many threads. */
public final class Fcm implements AutoCloseable {
  /** Within this time there is a reply: a grant and a message, and both once more. */
  public static final Duration LONGEST = Duration.ofSeconds(42);

  private final String base;
  private final Wire wire;
  private final Grants grants;
  private final InstantSource clock;

  /** That at an address. */
  public Fcm(Vertx vertx, URI base, InstantSource clock) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.wire = new Wire(vertx);
    this.grants = new Grants(wire, clock);
    this.clock = clock;
  }

  /** Sends a message; what goes wrong is a reply, too. A refused access token is renewed once. */
  public Future<Reply> send(ServiceAccount account, JsonObject message) {
    return send(account, message, false);
  }

  /** Has FCM look at a message without sending it. */
  public Future<Reply> validate(ServiceAccount account, JsonObject message) {
    return send(account, message, true);
  }

  private Future<Reply> send(ServiceAccount account, JsonObject message, boolean validateOnly) {
    String body =
        new JsonObject().put("validate_only", validateOnly).put("message", message).encode();
    return attempt(account, body)
        .compose(
            reply -> reply instanceof Reply.Unauthenticated ? attempt(account, body) : kept(reply))
        .map(reply ->
            reply instanceof Reply.Unauthenticated ? new Reply.Refused("UNAUTHENTICATED") : reply);
  }

  private static Future<Reply> kept(Reply reply) {
    return Future.succeededFuture(reply);
  }

  private Future<Reply> attempt(ServiceAccount account, String body) {
    return grants
        .of(account)
        .compose(grant ->
            post(account, grant, body)
                .onSuccess(reply -> {
                  if (reply instanceof Reply.Unauthenticated) {
                    grants.drop(account, grant);
                  }
                }))
        .recover(failure -> kept(replyTo(failure)));
  }

  private static Reply replyTo(Throwable failure) {
    return failure instanceof NoGrant none ? none.reply() : new Reply.Later("UNREACHABLE", null);
  }

  private Future<Reply> post(ServiceAccount account, Grants.Grant grant, String body) {
    URI uri = URI.create(base + "/v1/projects/" + account.projectId() + "/messages:send");
    return wire.post(uri, "application/json", grant.token(), body)
        .map(answer ->
            Answers.read(answer.status(), answer.retryAfter(), answer.body(), clock.instant()));
  }

  /** Forgets what was granted to an account. */
  public void forget(ServiceAccount account) {
    grants.forget(account);
  }

  @Override
  public void close() {
    wire.close();
  }
}
