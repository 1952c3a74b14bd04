package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.token.SigningKeys;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Function;

/**
 * The platform's routes:
 *
 * <pre>
 * request ids                                  av-log-id, x-request-id on every answer
 * ├─ /api/auth/v1/{account}/…/token            access token
 * ├─ /auth/realms/{account}/…/token            Infinity's end-user token, by its own grant, and
 * │                                            the older path to AXP's access token, without appkey
 * ├─ /api/digital/chat/v1/accounts/…/tokens    end-user token
 * ├─ /auth/realms/{account}/…/certs            public keys
 * └─ /.well-known/jwks.json                    the same
 * each token call: body → journal → fault? → gate → endpoint
 * </pre>
 */
public final class Platform {
  private static final String OIDC = "/:accountId/protocol/openid-connect";
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final List<SandboxAccount> accounts;
  private final SigningKeys keys;
  private final Issuing issuing;
  private final Calls calls;

  /** A platform of these accounts, whose calls are taken as told. */
  public Platform(List<SandboxAccount> accounts, SigningKeys keys, Issuing issuing, Calls calls) {
    this.accounts = accounts;
    this.keys = keys;
    this.issuing = issuing;
    this.calls = calls;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    TokenEndpoint accessTokens = new AccessTokenEndpoint(issuing);
    Service access = axp(Endpoint.ACCESS_TOKEN, accessTokens);
    Service endUser = axp(Endpoint.END_USER_TOKEN, new EndUserTokenEndpoint(issuing));
    Service older = new Service(Endpoint.ACCESS_TOKEN, new Gate(accessTokens, accounts, false));
    Service infinity =
        new Service(
            Endpoint.INFINITY_TOKEN, new Gate(new InfinityTokenEndpoint(issuing), accounts, false));
    mount(router, "/api/auth/v1" + OIDC + "/token", request -> access);
    mount(router, "/api/digital/chat/v1/accounts/:accountId/tokens", request -> endUser);
    mount(
        router,
        "/auth/realms" + OIDC + "/token",
        request -> InfinityTokenEndpoint.isAskedBy(request) ? infinity : older);
    router.get("/auth/realms" + OIDC + "/certs").handler(this::certs);
    router.get("/.well-known/jwks.json").handler(this::certs);
  }

  /** An endpoint where AXP's accounts alone are known, by their application keys. */
  private Service axp(Endpoint name, TokenEndpoint endpoint) {
    List<SandboxAccount> here =
        accounts.stream().filter(each -> each.platform() == SandboxAccount.Platform.AXP).toList();
    return new Service(name, new Gate(endpoint, here, true));
  }

  private void mount(Router router, String path, Function<Request, Service> services) {
    router
        .route(path)
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
        .handler(context -> serve(context, services.apply(Request.of(context))))
        .failureHandler(
            context -> calls.unreadable(context, services.apply(Request.of(context)).name()));
  }

  private void serve(RoutingContext context, Service service) {
    whenKeysAreReady(context)
        .onSuccess(ready -> calls.serve(context, service.name(), service.gate()::answer));
  }

  /** An endpoint by its name, behind its gate. */
  private record Service(Endpoint name, Gate gate) {}

  private void certs(RoutingContext context) {
    whenKeysAreReady(context)
        .onSuccess(ready -> Answer.text(200, Answer.JSON, keys.jwks()).send(context.response()));
  }

  private Future<Void> whenKeysAreReady(RoutingContext context) {
    return Future.fromCompletionStage(keys.ready(), context.vertx().getOrCreateContext());
  }
}
