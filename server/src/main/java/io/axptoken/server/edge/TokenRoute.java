package io.axptoken.server.edge;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.edge.RequestJson.Read;
import io.axptoken.server.identity.Claim;
import io.axptoken.server.identity.Identification;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenAnswer;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.MediaTypes;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.RequestBody;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token, or for the end of one, one way through:
 *
 * <pre>
 * with a body ─ media type ─ body ─ input rules ─┐
 * without ───────────────────────────────────────┴─ identity ─ user's limit ─ issue ─ answer
 *                                                                           └ sign out ─ 204
 * </pre>
 */
final class TokenRoute
    implements Read.Cases<Request, Future<Answer>>,
        Identification.Decision.Cases<Request, Future<Answer>>,
        TokenAnswer.Cases<Request, Answer> {
  private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  private static final Problem WRONG_MEDIA_TYPE =
      Problem.of(
          HttpProblem.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as Content-Type: application/json in UTF-8, not compressed.");
  private static final Problem UNWANTED =
      Problem.of(
          HttpProblem.ORIGIN_NOT_ALLOWED,
          "A browser sent this for another site without saying for which page. Use fetch() on a"
              + " page whose origin the operator allows.");

  private final IdentityResolver identity;
  private final Provenance provenance;
  private final UserLimit limit;
  private final TokenIssuer issuer;
  private final RequestFields fields;
  private final Function<EndUserToken, Buffer> success;
  private final Purpose purpose;

  TokenRoute(
      IdentityResolver identity,
      Provenance provenance,
      UserLimit limit,
      TokenIssuer issuer,
      RequestFields fields,
      Function<EndUserToken, Buffer> success,
      Purpose purpose) {
    this.identity = identity;
    this.provenance = provenance;
    this.limit = limit;
    this.issuer = issuer;
    this.fields = fields;
    this.success = success;
    this.purpose = purpose;
  }

  /** For the user that the request proves, without a body. */
  Future<Answer> withoutBody(Request request) {
    if (!isWanted(request)) {
      return refused(request, UNWANTED);
    }
    request.holdBody();
    return resolve(request, null);
  }

  /** For the user that the body names, as far as identity allows. */
  Future<Answer> withBody(Request request) {
    if (!isWanted(request)) {
      return refused(request, UNWANTED);
    }
    MultiMap headers = request.headers();
    return MediaTypes.isPlainJson(headers)
            || (!identity.needsUserId() && MediaTypes.isUntold(headers))
        ? RequestBody.read(request, body -> read(request, body))
        : refused(request, WRONG_MEDIA_TYPE);
  }

  /** A page that may not use this server must not use its user's cookie either. */
  private boolean isWanted(Request request) {
    return !identity.isAmbient() || Provenance.isWanted(request.raw());
  }

  private static Future<Answer> refused(Request request, Problem problem) {
    return Future.succeededFuture(Answer.problem(request, problem));
  }

  private Future<Answer> read(Request request, Buffer body) {
    if (body.length() == 0 && !identity.needsUserId()) {
      return resolve(request, null);
    }
    return MediaTypes.isUntold(request.headers())
        ? refused(request, WRONG_MEDIA_TYPE)
        : RequestJson.read(body.getBytes(), fields).match(request, this);
  }

  @Override
  public Future<Answer> malformed(Request request, Read.Malformed read) {
    return refused(request, Problem.of(HttpProblem.MALFORMED_JSON, read.detail()));
  }

  @Override
  public Future<Answer> attributes(Request request, Read.Attributes read) {
    RequestAttributes attributes = read.attributes();
    var violations = attributes.violations(identity.needsUserId());
    return violations.isEmpty()
        ? resolve(request, attributes.claim())
        : refused(request, Problem.violations(violations));
  }

  private Future<Answer> resolve(Request request, @Nullable Claim claim) {
    return identity
        .resolve(provenance.identityRequest(request, claim, purpose == Purpose.SIGN_OUT))
        .compose(decision -> decision.match(request, this));
  }

  @Override
  public Future<Answer> unavailable(Request request, Identification.Unavailable unavailable) {
    Problem problem = Problem.of(TokenProblem.IDENTITY_UNAVAILABLE, unavailable.detail());
    return Future.succeededFuture(Answer.problem(request, problem, unavailable.retryAfter()));
  }

  @Override
  public Future<Answer> rejected(Request request, Identification.Rejected rejected) {
    Answer answer =
        Answer.problem(
            request,
            switch (rejected.reason()) {
              case NOT_AUTHENTICATED ->
                  Problem.of(HttpProblem.NOT_AUTHENTICATED, rejected.detail());
              case NOT_PERMITTED -> Problem.of(HttpProblem.NOT_PERMITTED, rejected.detail());
              case USER_ID_MISSING -> Problem.violations(List.of(fields.missingId()));
            });
    String challenge = challenge(rejected);
    return Future.succeededFuture(
        challenge == null ? answer : answer.with(WWW_AUTHENTICATE, challenge));
  }

  private @Nullable String challenge(Identification.Rejected rejected) {
    return rejected.challenge() == null
            && rejected.reason() == Identification.Reason.NOT_AUTHENTICATED
        ? identity.challenge()
        : rejected.challenge();
  }

  @Override
  public Future<Answer> identified(Request request, Identification.Identified identified) {
    IdentifiedUser user = identified.user();
    TokenTrail trail = TokenTrail.of(request);
    trail.identified(user);
    Answer refusal = limit.refusal(request, user, purpose);
    Future<Answer> answer =
        refusal == null ? serve(request, user, trail) : Future.succeededFuture(refusal);
    String cookie = identified.setCookie();
    return cookie == null
        ? answer
        : answer.map(served -> served.with(HttpHeaders.SET_COOKIE, cookie));
  }

  private Future<Answer> serve(Request request, IdentifiedUser user, TokenTrail trail) {
    if (purpose == Purpose.SIGN_OUT) {
      issuer.signOut(user);
      trail.signedOut();
      return Future.succeededFuture(Answer.empty(204));
    }
    return issuer
        .tokenFor(user, request.id(), trail.context())
        .map(answer -> answer.match(request, this));
  }

  @Override
  public Answer issued(Request request, TokenAnswer.Issued answer) {
    TokenTrail.of(request).issued(answer.reused());
    return Answer.json(success.apply(answer.token()));
  }

  @Override
  public Answer none(Request request, TokenAnswer.None answer) {
    return switch (answer) {
      case TokenAnswer.Unacceptable(var violation) ->
          Answer.problem(request, Problem.violations(List.of(fields.renamed(violation))));
      case TokenAnswer.Refused refused -> Answer.problem(request, PlatformProblems.of(refused));
      case TokenAnswer.Unavailable unavailable ->
          Answer.problem(request, PlatformProblems.of(unavailable), unavailable.retryAfter());
    };
  }
}
