package io.axptoken.server.edge;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.Violation;
import io.axptoken.server.edge.BodyReader.Body;
import io.axptoken.server.identity.Identification;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.identity.IdentityRequest;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.issue.TokenAnswer;
import io.axptoken.server.issue.TokenIssuer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token, one way through:
 *
 * <pre>
 * post ─ media type ─ body ─ input rules ─┐
 * get ────────────────────────────────────┴─ identity ─ user's limit ─ issue ─ answer
 * </pre>
 */
final class TokenRoute {
  private final IdentityResolver identity;
  private final LimitGate limits;
  private final TokenIssuer issuer;
  private final RequestFields fields;
  private final Function<EndUserToken, Buffer> success;

  TokenRoute(
      IdentityResolver identity,
      LimitGate limits,
      TokenIssuer issuer,
      RequestFields fields,
      Function<EndUserToken, Buffer> success) {
    this.identity = identity;
    this.limits = limits;
    this.issuer = issuer;
    this.fields = fields;
    this.success = success;
  }

  /** A token for whom the request proves, without a body. */
  void get(Exchange exchange) {
    resolve(exchange, null);
  }

  /** A token for whom the body names, as far as identity allows. */
  void post(Exchange exchange) {
    if (!MediaTypes.isPlainJson(exchange.request().headers())) {
      exchange.problem(
          Problem.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as Content-Type: application/json in UTF-8, not compressed."));
      return;
    }
    // Not onSuccess: what its handlers throw is lost, and the caller would wait in vain.
    BodyReader.read(exchange).map(body -> take(exchange, body)).onFailure(exchange::bug);
  }

  private @Nullable Void take(Exchange exchange, Body body) {
    switch (body) {
      case Body.Whole(Buffer bytes) -> read(exchange, bytes);
      case Body.TooLarge(int maxBytes) -> {
        exchange.closeAfterwards();
        exchange.problem(
            Problem.of(
                ProblemKind.PAYLOAD_TOO_LARGE,
                "The body may have " + maxBytes + " bytes at most."));
      }
      case Body.TooSlow(Duration maxTime) -> {
        exchange.closeAfterwards();
        exchange.problem(
            Problem.of(
                ProblemKind.REQUEST_TIMEOUT,
                "The body was not complete within " + maxTime.toSeconds() + " seconds."));
      }
      case Body.BrokenOff() -> exchange.closeAfterwards();
    }
    return null;
  }

  private void read(Exchange exchange, Buffer bytes) {
    switch (RequestJson.read(bytes.getBytes(), fields)) {
      case RequestJson.Read.Malformed(String detail) ->
          exchange.problem(Problem.of(ProblemKind.MALFORMED_JSON, detail));
      case RequestJson.Read.Attributes(RequestAttributes attributes) -> judge(exchange, attributes);
    }
  }

  private void judge(Exchange exchange, RequestAttributes attributes) {
    var violations = attributes.violations();
    if (violations.isEmpty()) {
      resolve(exchange, attributes.endUser());
    } else {
      exchange.problem(Problem.violations(violations));
    }
  }

  private void resolve(Exchange exchange, @Nullable EndUser claim) {
    identity
        .resolve(new IdentityRequest(claim))
        .compose(decision ->
            switch (decision) {
              case Identification.Identified(IdentifiedUser user) -> issue(exchange, user);
              case Identification.Rejected rejected -> reject(exchange, rejected);
            })
        .onFailure(exchange::bug);
  }

  private static Future<Void> reject(Exchange exchange, Identification.Rejected rejected) {
    ProblemKind kind =
        switch (rejected.reason()) {
          case NOT_AUTHENTICATED -> ProblemKind.NOT_AUTHENTICATED;
          case NOT_PERMITTED -> ProblemKind.NOT_PERMITTED;
        };
    if (kind == ProblemKind.NOT_AUTHENTICATED) {
      exchange.header("WWW-Authenticate", "Bearer realm=\"axp-token-server\"");
    }
    exchange.problem(Problem.of(kind, rejected.detail()));
    return Future.succeededFuture();
  }

  private Future<Void> issue(Exchange exchange, IdentifiedUser user) {
    if (!limits.admitUser(exchange, user)) {
      return Future.succeededFuture();
    }
    return issuer.tokenFor(user, exchange.id()).map(answer -> answer(exchange, answer));
  }

  private @Nullable Void answer(Exchange exchange, TokenAnswer answer) {
    switch (answer) {
      case TokenAnswer.Issued(EndUserToken token) -> exchange.ok(success.apply(token));
      case TokenAnswer.Unacceptable(Violation violation) ->
          exchange.problem(Problem.violations(List.of(fields.renamed(violation))));
      case TokenAnswer.Refused refused -> exchange.problem(PlatformProblems.of(refused));
      case TokenAnswer.Unavailable unavailable ->
          exchange.problem(PlatformProblems.of(unavailable), unavailable.retryAfter());
    }
    return null;
  }
}
