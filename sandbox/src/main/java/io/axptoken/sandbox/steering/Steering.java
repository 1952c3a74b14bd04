package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.chat.desk.AgentPage;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The routes below {@code /sandbox}: what the Java API can do, over HTTP, without a password but
 * not for foreign web pages.
 */
public final class Steering {
  private static final int MAX_BODY_BYTES = 64 * 1024;
  private static final long MAX_LIFETIME_SECONDS = 86_400;

  private final AxpSandbox sandbox;
  private final OwnPage ownPage;

  /** Steers this sandbox, which listens on that name or address. */
  public Steering(AxpSandbox sandbox, String host) {
    this.sandbox = sandbox;
    ownPage = new OwnPage(host);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    // The page itself has no secret, so that anything may link to it; what it asks for is guarded.
    AgentPage.mount(router);
    router.route("/sandbox*").handler(this::refuseForeignPages);
    router.route("/sandbox*").handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
    router.get("/sandbox").handler(this::describe);
    router.get("/sandbox/ca.pem").handler(this::authority);
    router.get("/sandbox/journal").handler(this::readJournal);
    router.delete("/sandbox/journal").handler(context -> run(context, sandbox.journal()::clear));
    router.get("/sandbox/faults").handler(this::listFaults);
    router.put("/sandbox/faults").handler(this::addFault);
    router.delete("/sandbox/faults").handler(this::clearFaults);
    router.put("/sandbox/access-tokens").handler(this::setLifetime);
    router
        .post("/sandbox/access-tokens/revoke")
        .handler(context -> run(context, sandbox.accessTokens()::revokeAll));
    router.post("/sandbox/keys/rotate").handler(this::rotateKeys);
    new ProviderSteering(sandbox.identityProvider()).mount(router);
    new FirebaseSteering(sandbox.firebase()).mount(router);
    new PushSteering(sandbox.chat().pushCallbacks()).mount(router);
    new ChatSteering(sandbox.chat()).mount(router);
    router.post("/sandbox/reset").handler(context -> run(context, sandbox::reset));
  }

  private void refuseForeignPages(RoutingContext context) {
    if (ownPage.sent(context.request())) {
      context.next();
    } else {
      Problem.of(403, "No page of another origin may do this, nor any under a foreign name.")
          .answer(context.normalizedPath())
          .send(context.response());
    }
  }

  private void describe(RoutingContext context) {
    send(context, Description.of(sandbox));
  }

  private void authority(RoutingContext context) {
    sandbox
        .authorityCertificate()
        .map(pem -> Answer.text(200, "application/x-pem-file", pem))
        .orElseGet(
            () -> Problem.of(404, "There is no HTTPS here.").answer(context.normalizedPath()))
        .send(context.response());
  }

  private void readJournal(RoutingContext context) {
    Fields query = SteeringRequest.query(context);
    query.allowOnly(List.of("endpoint"));
    Optional<Endpoint> endpoint = endpoint(query);
    SteeringRequest.unlessWrong(
        context, query, () -> send(context, JournalWriter.write(sandbox.journal(), endpoint)));
  }

  private void listFaults(RoutingContext context) {
    List<JsonObject> plans = sandbox.faults().plans().stream().map(FaultPlanWriter::write).toList();
    send(context, new JsonObject().put("faults", new JsonArray(plans)));
  }

  private void addFault(RoutingContext context) {
    Fields fields = SteeringRequest.body(context);
    FaultPlanReader.read(fields).ifPresent(sandbox.faults()::add);
    SteeringRequest.unlessWrong(context, fields, () -> listFaults(context));
  }

  private void clearFaults(RoutingContext context) {
    Fields query = SteeringRequest.query(context);
    query.allowOnly(List.of("endpoint"));
    Optional<Endpoint> endpoint = endpoint(query);
    SteeringRequest.unlessWrong(
        context,
        query,
        () ->
            run(
                context,
                endpoint.map(sandbox.faults()::on).orElse(sandbox.faults().onAll())::clear));
  }

  private void setLifetime(RoutingContext context) {
    Fields fields = SteeringRequest.body(context);
    Optional<Duration> lifetime =
        fields.whole("lifetimeSeconds", 1, MAX_LIFETIME_SECONDS).map(Duration::ofSeconds);
    fields.allowOnly(List.of("lifetimeSeconds"));
    SteeringRequest.unlessWrong(
        context,
        fields,
        () -> run(context, () -> lifetime.ifPresent(sandbox.accessTokens()::lifetime)));
  }

  private void rotateKeys(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(() -> {
          sandbox.rotateKeys();
          return true;
        })
        .onSuccess(rotated -> noContent(context))
        .onFailure(context::fail);
  }

  /** The endpoint that the query asks for; empty for all, and where it is wrong. */
  private static Optional<Endpoint> endpoint(Fields query) {
    return query.has("endpoint")
        ? FaultPlanReader.endpoint(query).flatMap(either -> either)
        : Optional.empty();
  }

  private static void run(RoutingContext context, Runnable action) {
    action.run();
    noContent(context);
  }

  private static void noContent(RoutingContext context) {
    context.response().setStatusCode(204).end();
  }

  private static void send(RoutingContext context, JsonObject body) {
    Answer.json(200, body).send(context.response());
  }
}
