package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.platform.Calls;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Firebase's routes:
 *
 * <pre>
 * POST /token                                  journal → fault? → access token for an assertion
 * POST /v1/projects/{project}/messages:send    journal → fault? → message
 * </pre>
 */
public final class FirebaseRoutes {
  private static final String SEND = "/v1/projects/(?<projectId>[^/]+)/messages:send";
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final Calls calls;
  private final GrantEndpoint grants;
  private final SendEndpoint send;

  /** Routes of that Firebase, whose calls are taken as told. */
  public FirebaseRoutes(Firebase firebase, Calls calls, InstantSource clock) {
    this.calls = calls;
    grants = new GrantEndpoint(firebase, clock);
    send = new SendEndpoint(firebase);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router
        .post(Firebase.TOKEN_PATH)
        .handler(limited())
        .handler(context -> calls.serve(context, Endpoint.FCM_TOKEN, grants::answer))
        .failureHandler(context -> calls.unreadable(context, Endpoint.FCM_TOKEN));
    router
        .postWithRegex(SEND)
        .handler(limited())
        .handler(this::send)
        .failureHandler(context -> calls.unreadable(context, Endpoint.FCM_SEND));
  }

  private void send(RoutingContext context) {
    String projectId = Objects.requireNonNullElse(context.pathParam("projectId"), "");
    calls.serve(context, Endpoint.FCM_SEND, (request, lifetime) -> send.answer(request, projectId));
  }

  private static BodyHandler limited() {
    return BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
  }
}
