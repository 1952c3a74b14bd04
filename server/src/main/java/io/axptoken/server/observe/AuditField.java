package io.axptoken.server.observe;

import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.log.LogField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the audit log tells of an event; documented in docs/audit.md. */
enum AuditField implements LogField {
  ACTION("event.action", "axp.audit.action", "event"),
  OUTCOME("event.outcome", "axp.audit.outcome", "outcome"),
  REUSED("axp.token_reused", "axp.token_reused", "reused"),
  REASON("event.reason", "error.type", "reason"),
  INTEGRATION("axp.integration", "axp.integration", "integration"),
  IDENTITY_MODE("axp.identity_mode", "axp.identity_mode", "mode"),
  USER("user.hash", "user.hash", "user"),
  ADDRESS("client.address", "client.address", "address"),
  REQUEST("http.request.id", "axp.request_id", "request"),
  STATUS("http.response.status_code", "http.response.status_code", "status"),
  DURATION("event.duration", "axp.duration_ns", "ns");

  private final String ecs;
  private final String otel;
  private final String text;

  AuditField(String ecs, String otel, String text) {
    this.ecs = ecs;
    this.otel = otel;
    this.text = text;
  }

  @Override
  public String ecs() {
    return ecs;
  }

  @Override
  public String otel() {
    return otel;
  }

  @Override
  public String text() {
    return text;
  }

  /** Its value, or {@code null} if the event has none: a number, a text or true. */
  @Nullable Object of(AuditEvent event, AuditPrivacy privacy) {
    return switch (this) {
      case ACTION -> action(event.outcome());
      case OUTCOME -> event.reason() == null ? "success" : "failure";
      case REUSED -> event.reused() ? true : null;
      case REASON -> event.reason();
      case INTEGRATION -> event.integration();
      case IDENTITY_MODE -> event.identityMode();
      case USER -> event.userId() == null ? null : privacy.user(event.userId());
      case ADDRESS -> event.address() == null ? null : privacy.address(event.address());
      case REQUEST -> event.requestId();
      case STATUS -> event.status();
      case DURATION -> event.took().toNanos();
    };
  }

  private static String action(AuditEvent.Outcome outcome) {
    return "token-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
