package io.axptoken.server.observe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the audit log tells of an event; documented in docs/audit.md. */
enum AuditField {
  ACTION("event.action", "event"),
  OUTCOME("event.outcome", "outcome"),
  REASON("event.reason", "reason"),
  INTEGRATION("axp.integration", "integration"),
  IDENTITY_MODE("axp.identity_mode", "mode"),
  USER("user.hash", "user"),
  ADDRESS("client.address", "address"),
  REQUEST("http.request.id", "request"),
  STATUS("http.response.status_code", "status"),
  DURATION("event.duration", "ns"),
  NOT_WRITTEN("axp.not_written", "notWritten");

  private final String jsonName;
  private final String textName;

  AuditField(String jsonName, String textName) {
    this.jsonName = jsonName;
    this.textName = textName;
  }

  /** Its name in a JSON line. */
  String jsonName() {
    return jsonName;
  }

  /** Its name in a text line. */
  String textName() {
    return textName;
  }

  /** Its value, or {@code null} if the event has none: a number or a text. */
  @Nullable Object of(AuditEntry entry) {
    AuditEvent event = entry.event();
    return switch (this) {
      case ACTION -> "token-" + event.outcome().name().toLowerCase(Locale.ROOT);
      case OUTCOME -> event.outcome() == AuditEvent.Outcome.ISSUED ? "success" : "failure";
      case REASON -> event.reason();
      case INTEGRATION -> event.integration();
      case IDENTITY_MODE -> event.identityMode();
      case USER -> event.userId() == null ? null : entry.privacy().user(event.userId());
      case ADDRESS -> event.address() == null ? null : entry.privacy().address(event.address());
      case REQUEST -> event.requestId();
      case STATUS -> event.status();
      case DURATION -> event.took().toNanos();
      case NOT_WRITTEN -> entry.notWritten() == 0 ? null : entry.notWritten();
    };
  }
}
