package io.axptoken.server.edge;

import io.axptoken.client.CallContext;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.AuditEvent;
import io.axptoken.server.observe.AuditEvent.Outcome;
import io.axptoken.server.observe.metrics.TokenMeters;
import io.axptoken.server.observe.trace.TokenSpan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gathers what the audit log and the metrics will say of one request for a token. */
final class TokenTrail {
  private static final String NOBODY = "none";

  private final Audit audit;
  private final TokenMeters<ProblemKind> meters;
  private final TokenSpan span;
  private final String integration;
  private final @Nullable String address;
  private final long began = System.nanoTime();
  private @Nullable IdentifiedUser user;

  /**
   * Begins with the request's head.
   *
   * @param integration whose token is asked for
   * @param address of the client, for the audit log alone
   */
  TokenTrail(
      Audit audit,
      TokenMeters<ProblemKind> meters,
      TokenSpan span,
      String integration,
      @Nullable String address) {
    this.audit = audit;
    this.meters = meters;
    this.span = span;
    this.integration = integration;
    this.address = address;
  }

  /** Accompanies the request to the platform. */
  CallContext context() {
    return span.context();
  }

  /** Now the user is known. */
  void identified(IdentifiedUser who) {
    user = who;
  }

  /** The request is answered with a token. */
  void issued(String requestId, int status, boolean reused) {
    meters.issued(user == null ? NOBODY : user.mode(), reused, nanos());
    span.answered(status, reused ? "reused" : "issued");
    record(Outcome.ISSUED, null, requestId, status, reused);
  }

  /** The user is signed out. */
  void signedOut(String requestId, int status) {
    span.answered(status, "signed-out");
    record(Outcome.SIGNED_OUT, null, requestId, status, false);
  }

  /** The request is answered with a problem. */
  void refused(String requestId, ProblemKind kind) {
    meters.refused(kind, nanos());
    span.answered(kind.status(), kind.slug());
    Outcome outcome = kind == ProblemKind.TOO_MANY_REQUESTS ? Outcome.LIMITED : Outcome.REFUSED;
    record(outcome, kind.slug(), requestId, kind.status(), false);
  }

  private void record(
      Outcome outcome, @Nullable String reason, String requestId, int status, boolean reused) {
    if (!audit.isEnabled()) {
      return;
    }
    audit.record(
        new AuditEvent(
            outcome,
            reused,
            reason,
            integration,
            user == null ? null : user.mode(),
            user == null ? null : user.user().id(),
            address,
            requestId,
            status,
            Duration.ofNanos(nanos())));
  }

  private long nanos() {
    return System.nanoTime() - began;
  }
}
