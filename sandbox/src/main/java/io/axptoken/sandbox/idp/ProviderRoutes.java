package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Calls;
import io.axptoken.sandbox.platform.Form;
import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.steering.OwnPage;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider's routes:
 *
 * <pre>
 * /sandbox/idp
 * ├─ /.well-known/openid-configuration   journal → fault? → metadata
 * ├─ /jwks.json                          journal → fault? → public keys
 * ├─ GET  /authorize                     the page with the users
 * ├─ POST /authorize                     own page? → code to the client
 * ├─ /token                              loopback origin? → journal → fault? → tokens
 * └─ /logout                             back to the client, or a page
 * </pre>
 */
public final class ProviderRoutes {
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final IdentityProvider provider;
  private final Calls calls;
  private final OwnPage ownPage;
  private final SignIn signIn;
  private final CodeExchange exchange;

  /** Routes of this provider, whose calls are taken as told. */
  public ProviderRoutes(
      IdentityProvider provider, Calls calls, OwnPage ownPage, InstantSource clock) {
    Codes codes = new Codes(clock);
    this.provider = provider;
    this.calls = calls;
    this.ownPage = ownPage;
    signIn = new SignIn(provider, codes);
    exchange = new CodeExchange(provider, codes);
  }

  /** Adds the routes; they come before those that steer. */
  public void mount(Router router) {
    String root = IdentityProvider.PATH;
    router.get(root + "/.well-known/openid-configuration").handler(this::discovery);
    router.get(root + "/jwks.json").handler(this::keys);
    router.get(root + "/authorize").handler(context -> send(context, signIn.show(query(context))));
    router.post(root + "/authorize").handler(this::refuseForeignPages);
    router.post(root + "/authorize").handler(limited()).handler(this::pick);
    router.route(root + "/token").handler(this::allowLoopbackPages);
    router
        .post(root + "/token")
        .handler(limited())
        .handler(this::redeem)
        .failureHandler(context -> calls.unreadable(context, Endpoint.IDP_TOKEN));
    router.get(root + "/logout").handler(this::logout);
  }

  private static BodyHandler limited() {
    return BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
  }

  private void discovery(RoutingContext context) {
    publish(context, Endpoint.IDP_DISCOVERY, Answer.json(200, Discovery.of(provider)));
  }

  private void keys(RoutingContext context) {
    whenKeysAreMade(context, () -> publish(context, Endpoint.IDP_KEYS, publicKeys()));
  }

  private Answer publicKeys() {
    return Answer.text(200, Answer.JSON, provider.keys().toString(true));
  }

  private void redeem(RoutingContext context) {
    whenKeysAreMade(context, () -> calls.serve(context, Endpoint.IDP_TOKEN, exchange::answer));
  }

  /** The keys are made for the first who asks: too slow for an event loop. */
  private void whenKeysAreMade(RoutingContext context, Runnable next) {
    context
        .vertx()
        .executeBlocking(provider::keys, false)
        .onSuccess(made -> next.run())
        .onFailure(context::fail);
  }

  private void publish(RoutingContext context, Endpoint endpoint, Answer document) {
    context.response().putHeader("Access-Control-Allow-Origin", "*");
    calls.serve(context, endpoint, (request, lifetime) -> document);
  }

  private void refuseForeignPages(RoutingContext context) {
    if (ownPage.sent(context.request())) {
      context.next();
    } else {
      send(context, Page.saying(403, "No", "Only this sandbox's own page may pick a user."));
    }
  }

  private void pick(RoutingContext context) {
    send(
        context,
        signIn.picked(Form.parse(Objects.requireNonNullElse(context.body().asString(), ""))));
  }

  /** Lets pages of this machine redeem codes, and refuses those of others. */
  private void allowLoopbackPages(RoutingContext context) {
    @Nullable String origin = context.request().getHeader("Origin");
    context.response().putHeader("Vary", "Origin");
    if (origin != null && !Loopback.isOrigin(origin)) {
      Problem.of(403, "Only pages of this machine may do this.")
          .answer(context.normalizedPath())
          .send(context.response());
      return;
    }
    if (origin != null) {
      context.response().putHeader("Access-Control-Allow-Origin", origin);
    }
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      preflight(context);
    } else {
      context.next();
    }
  }

  private static void preflight(RoutingContext context) {
    context
        .response()
        .putHeader("Access-Control-Allow-Methods", "POST")
        .putHeader("Access-Control-Allow-Headers", "content-type")
        .setStatusCode(204)
        .end();
  }

  /** RP-initiated logout; nobody is signed in, so there is nothing to end. */
  private void logout(RoutingContext context) {
    Form query = query(context);
    Optional<URI> back = query.value("post_logout_redirect_uri").flatMap(Loopback::page);
    Map<String, String> state = new LinkedHashMap<>();
    query.value("state").ifPresent(value -> state.put("state", value));
    send(
        context,
        back.map(page -> Redirect.to(page, state))
            .orElseGet(() -> Page.saying(200, "Signed out", "You may close this page.")));
  }

  private static Form query(RoutingContext context) {
    return Form.parse(Objects.requireNonNullElse(context.request().query(), ""));
  }

  private static void send(RoutingContext context, Answer answer) {
    answer.send(context.response());
  }
}
