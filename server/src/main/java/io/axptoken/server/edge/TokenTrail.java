package io.axptoken.server.edge;

import io.axptoken.client.CallContext;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.observe.AuditEvent;
import io.axptoken.server.observe.AuditEvent.Outcome;
import io.axptoken.server.observe.PlatformSpans;
import io.axptoken.server.observe.TokenMeters;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Attribute;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.ProblemType;
import io.axptoken.service.http.Request;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.trace.RequestSpan;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what the audit log, the metrics and the trace will say of one request for a token. */
final class TokenTrail {
  private static final Attribute<TokenTrail> KEY = new Attribute<>();
  private static final String NOBODY = "none";

  private final Audit audit;
  private final TokenMeters meters;
  private final RequestSpan span;
  private final String integration;
  private final @Nullable String address;
  private final long began = System.nanoTime();
  private Outcome outcome = Outcome.ISSUED;
  private boolean reused;
  private @Nullable IdentifiedUser user;

  /**
   * Begins with the request's head.
   *
   * @param integration whose token is asked for
   * @param address of the client, for the audit log alone
   */
  TokenTrail(
      Audit audit,
      TokenMeters meters,
      RequestSpan span,
      String integration,
      @Nullable String address) {
    this.audit = audit;
    this.meters = meters;
    this.span = span;
    this.integration = integration;
    this.address = address;
  }

  /** The one that accompanies this request. */
  static TokenTrail of(Request request) {
    return Objects.requireNonNull(request.get(KEY), "a token route behind no trail");
  }

  /** Has those behind find it. */
  void accompany(Request request) {
    request.put(KEY, this);
  }

  /** Accompanies the request to the platform. */
  CallContext context() {
    return PlatformSpans.of(span);
  }

  /** Now the user is known. */
  void identified(IdentifiedUser who) {
    user = who;
  }

  /** There is a token. */
  void issued(boolean handedOutBefore) {
    reused = handedOutBefore;
  }

  /** The user is signed out. */
  void signedOut() {
    outcome = Outcome.SIGNED_OUT;
  }

  /** Tells of the answer. */
  void answered(Request request, Answer answer) {
    long nanos = System.nanoTime() - began;
    Problem problem = answer.problem();
    if (problem != null) {
      refused(request, problem.type(), nanos);
    } else if (outcome == Outcome.SIGNED_OUT) {
      span.answered(answer.status(), "signed-out");
      record(request, answer.status(), null, nanos);
    } else {
      meters.issued(user == null ? NOBODY : user.mode(), reused, nanos);
      span.answered(answer.status(), reused ? "reused" : "issued");
      record(request, answer.status(), null, nanos);
    }
  }

  private void refused(Request request, ProblemType type, long nanos) {
    meters.refused(type.slug(), nanos);
    span.answered(type.status(), type.slug());
    outcome = type == HttpProblem.TOO_MANY_REQUESTS ? Outcome.LIMITED : Outcome.REFUSED;
    record(request, type.status(), type.slug(), nanos);
  }

  private void record(Request request, int status, @Nullable String reason, long nanos) {
    if (!audit.isEnabled()) {
      return;
    }
    audit.record(
        new AuditEvent(
            outcome,
            reused && reason == null,
            reason,
            integration,
            user == null ? null : user.mode(),
            user == null ? null : user.user().id(),
            address,
            request.id(),
            status,
            Duration.ofNanos(nanos)));
  }
}
