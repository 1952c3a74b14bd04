package io.axptoken.server.observe;

import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.audit.AuditRecord;
import io.axptoken.service.observe.log.LogField;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One decision on a request for a token, or on a sign-out. It does not print the user's id.
 *
 * @param outcome what was decided
 * @param reused whether the token was handed out before
 * @param reason why no token was issued: the last part of the problem's type, such as {@code
 *     not-authenticated}; {@code null} with a token
 * @param integration the name of the integration that was asked
 * @param identityMode the mode that proved who the user is, or {@code null} if none did
 * @param userId the user, or {@code null} if not known
 * @param address the client's address, or {@code null} if the connection has none
 * @param requestId the request id
 * @param status the answer's HTTP status
 * @param took from the request's head to the answer
 */
public record AuditEvent(
    Outcome outcome,
    boolean reused,
    @Nullable String reason,
    String integration,
    @Nullable String identityMode,
    @Nullable String userId,
    @Nullable String address,
    String requestId,
    int status,
    Duration took)
    implements AuditRecord {
  private static final AuditField[] FIELDS = AuditField.values();

  /** What was decided. */
  public enum Outcome {
    /** A token was given out. */
    ISSUED,
    /** The user signed out: the token is not handed out any more. */
    SIGNED_OUT,
    /** No token was given out. */
    REFUSED,
    /** No token was given out, because there were too many requests. */
    LIMITED
  }

  @Override
  public Weight weight() {
    return switch (outcome) {
      case ISSUED, SIGNED_OUT -> Weight.ALL;
      case REFUSED -> Weight.MANY;
      case LIMITED -> Weight.FEW;
    };
  }

  @Override
  public String source() {
    return integration + ' ' + address;
  }

  @Override
  public void forEach(AuditPrivacy privacy, BiConsumer<LogField, Object> consumer) {
    for (AuditField field : FIELDS) {
      Object value = field.of(this, privacy);
      if (value != null) {
        consumer.accept(field, value);
      }
    }
  }

  @Override
  public String toString() {
    return "AuditEvent[" + outcome + ", " + requestId + "]";
  }
}
