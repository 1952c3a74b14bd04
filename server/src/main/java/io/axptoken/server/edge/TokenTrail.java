package io.axptoken.server.edge;

import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.AuditEvent;
import io.axptoken.server.observe.AuditEvent.Outcome;
import io.axptoken.server.observe.metrics.TokenMeters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gathers what the audit log and the metrics will say of one request for a token. */
final class TokenTrail {
  private static final String NOBODY = "none";

  private final Audit audit;
  private final TokenMeters<ProblemKind> meters;
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
      Audit audit, TokenMeters<ProblemKind> meters, String integration, @Nullable String address) {
    this.audit = audit;
    this.meters = meters;
    this.integration = integration;
    this.address = address;
  }

  /** Now the user is known. */
  void identified(IdentifiedUser who) {
    user = who;
  }

  /** The request is answered with a token. */
  void issued(String requestId, int status, boolean reused) {
    meters.issued(user == null ? NOBODY : user.mode(), reused, nanos());
    record(Outcome.ISSUED, null, requestId, status, reused);
  }

  /** The user is signed out. */
  void signedOut(String requestId, int status) {
    record(Outcome.SIGNED_OUT, null, requestId, status, false);
  }

  /** The request is answered with a problem. */
  void refused(String requestId, ProblemKind kind) {
    meters.refused(kind, nanos());
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
