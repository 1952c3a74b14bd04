package io.axptoken.server.edge;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.Violation;
import io.axptoken.server.edge.BodyReader.Body;
import io.axptoken.server.identity.Claim;
import io.axptoken.server.identity.Identification;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenAnswer;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.service.http.MediaTypes;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token, or for the end of one, one way through:
 *
 * <pre>
 * post, delete ─ media type ─ body ─ input rules ─┐
 * get ────────────────────────────────────────────┴─ identity ─ user's limit ─ issue ─ answer
 *                                                                            └ sign out ─ 204
 * </pre>
 */
final class TokenRoute
    implements Body.Cases,
        RequestJson.Read.Cases,
        Identification.Decision.Cases<Exchange, Future<Void>>,
        TokenAnswer.Cases<Exchange> {
  private static final Problem WRONG_MEDIA_TYPE =
      Problem.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as Content-Type: application/json in UTF-8, not compressed.");

  private static final Problem UNWANTED =
      Problem.of(
          ProblemKind.ORIGIN_NOT_ALLOWED,
          "A browser sent this for another site without saying for which page. Use fetch() on a"
              + " page whose origin the operator allows.");

  private final IdentityResolver identity;
  private final Provenance provenance;
  private final LimitGate limits;
  private final TokenIssuer issuer;
  private final RequestFields fields;
  private final Function<EndUserToken, Buffer> success;

  TokenRoute(
      IdentityResolver identity,
      Provenance provenance,
      LimitGate limits,
      TokenIssuer issuer,
      RequestFields fields,
      Function<EndUserToken, Buffer> success) {
    this.identity = identity;
    this.provenance = provenance;
    this.limits = limits;
    this.issuer = issuer;
    this.fields = fields;
    this.success = success;
  }

  /** A token for the user that the request proves, without a body. */
  void get(Exchange exchange) {
    if (isWanted(exchange)) {
      exchange.holdBody();
      resolve(exchange, null);
    }
  }

  /** A token for the user that the body names, as far as identity allows. */
  void post(Exchange exchange) {
    if (isWanted(exchange)) {
      receive(exchange);
    }
  }

  /** Ends what is kept for the user that the request proves, found out as with {@link #post}. */
  void delete(Exchange exchange) {
    exchange.signOut();
    post(exchange);
  }

  /** A page that may not use this server must not use its user's cookie either. */
  private boolean isWanted(Exchange exchange) {
    boolean wanted = !identity.isAmbient() || Provenance.isWanted(exchange.request());
    if (!wanted) {
      exchange.problem(UNWANTED);
    }
    return wanted;
  }

  private void receive(Exchange exchange) {
    MultiMap headers = exchange.request().headers();
    if (!MediaTypes.isPlainJson(headers)
        && (identity.needsUserId() || !MediaTypes.isUntold(headers))) {
      exchange.problem(WRONG_MEDIA_TYPE);
      return;
    }
    // Not onSuccess: what its handlers throw is lost, and the caller would wait in vain.
    BodyReader.read(exchange).map(body -> take(exchange, body)).onFailure(exchange::bug);
  }

  private @Nullable Void take(Exchange exchange, Body body) {
    body.match(exchange, this);
    return null;
  }

  @Override
  public void whole(Exchange exchange, Body.Whole body) {
    read(exchange, body.bytes());
  }

  @Override
  public void unfit(Exchange exchange, Body.Unfit body) {
    exchange.closeAfterwards();
    switch (body) {
      case Body.TooLarge(int maxBytes) ->
          exchange.problem(
              Problem.of(
                  ProblemKind.PAYLOAD_TOO_LARGE,
                  "The body may have " + maxBytes + " bytes at most."));
      case Body.TooSlow(Duration maxTime) ->
          exchange.problem(
              Problem.of(
                  ProblemKind.REQUEST_TIMEOUT,
                  "The body was not complete within " + maxTime.toSeconds() + " seconds."));
      case Body.Misframed() -> exchange.problem(UnreadableRequest.MALFORMED);
      case Body.BrokenOff() -> {}
    }
  }

  private void read(Exchange exchange, Buffer bytes) {
    if (bytes.length() == 0 && !identity.needsUserId()) {
      resolve(exchange, null);
    } else if (MediaTypes.isUntold(exchange.request().headers())) {
      exchange.problem(WRONG_MEDIA_TYPE);
    } else {
      parse(exchange, bytes);
    }
  }

  private void parse(Exchange exchange, Buffer bytes) {
    RequestJson.read(bytes.getBytes(), fields).match(exchange, this);
  }

  @Override
  public void malformed(Exchange exchange, RequestJson.Read.Malformed read) {
    exchange.problem(Problem.of(ProblemKind.MALFORMED_JSON, read.detail()));
  }

  @Override
  public void attributes(Exchange exchange, RequestJson.Read.Attributes read) {
    RequestAttributes attributes = read.attributes();
    var violations = attributes.violations(identity.needsUserId());
    if (violations.isEmpty()) {
      resolve(exchange, attributes.claim());
    } else {
      exchange.problem(Problem.violations(violations));
    }
  }

  private void resolve(Exchange exchange, @Nullable Claim claim) {
    identity
        .resolve(provenance.identityRequest(exchange, claim))
        .compose(decision -> decision.match(exchange, this))
        .onFailure(exchange::bug);
  }

  @Override
  public Future<Void> unavailable(Exchange exchange, Identification.Unavailable unavailable) {
    exchange.problem(
        Problem.of(ProblemKind.IDENTITY_UNAVAILABLE, unavailable.detail()),
        unavailable.retryAfter());
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> rejected(Exchange exchange, Identification.Rejected rejected) {
    String challenge = rejected.challenge();
    if (challenge == null && rejected.reason() == Identification.Reason.NOT_AUTHENTICATED) {
      challenge = identity.challenge();
    }
    if (challenge != null) {
      exchange.header("WWW-Authenticate", challenge);
    }
    exchange.problem(
        switch (rejected.reason()) {
          case NOT_AUTHENTICATED -> Problem.of(ProblemKind.NOT_AUTHENTICATED, rejected.detail());
          case NOT_PERMITTED -> Problem.of(ProblemKind.NOT_PERMITTED, rejected.detail());
          case USER_ID_MISSING -> Problem.violations(List.of(fields.missingId()));
        });
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> identified(Exchange exchange, Identification.Identified identified) {
    IdentifiedUser user = identified.user();
    exchange.identified(user);
    if (identified.setCookie() != null) {
      exchange.header(HttpHeaders.SET_COOKIE, identified.setCookie());
    }
    if (!limits.admitUser(exchange, user)) {
      return Future.succeededFuture();
    }
    if (exchange.isSignOut()) {
      issuer.signOut(user);
      exchange.signedOut();
      return Future.succeededFuture();
    }
    return issuer
        .tokenFor(user, exchange.id(), exchange.context())
        .map(answer -> answer(exchange, answer));
  }

  private @Nullable Void answer(Exchange exchange, TokenAnswer answer) {
    answer.match(exchange, this);
    return null;
  }

  @Override
  public void issued(Exchange exchange, TokenAnswer.Issued answer) {
    exchange.issued(success.apply(answer.token()), answer.reused());
  }

  @Override
  public void none(Exchange exchange, TokenAnswer.None answer) {
    switch (answer) {
      case TokenAnswer.Unacceptable(Violation violation) ->
          exchange.problem(Problem.violations(List.of(fields.renamed(violation))));
      case TokenAnswer.Refused refused -> exchange.problem(PlatformProblems.of(refused));
      case TokenAnswer.Unavailable unavailable ->
          exchange.problem(PlatformProblems.of(unavailable), unavailable.retryAfter());
    }
  }
}
