package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FcmError;
import io.axptoken.sandbox.platform.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A fault by its name over HTTP, with the parameters that it takes. */
enum FaultKind {
  STATUS,
  DELAY,
  HANG,
  RESET,
  TRUNCATE,
  STALL_BODY,
  GARBAGE,
  WRONG_CONTENT_TYPE,
  WITHOUT_TOKEN,
  HUGE,
  REDIRECT,
  EARLY_EXPIRY,
  HTML,
  INVALID_GRANT,
  FCM_ERROR;

  static final Map<String, FaultKind> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FaultKind::label, kind -> kind));

  private static final long DAY_SECONDS = 86_400;
  private static final Map<String, FcmError> FCM_ERRORS =
      Arrays.stream(FcmError.values())
          .collect(Collectors.toUnmodifiableMap(FcmError::name, error -> error));

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Set<String> parameters() {
    return switch (this) {
      case STATUS -> Set.of("status", "retryAfterSeconds");
      case DELAY -> Set.of("delayMillis");
      case HUGE -> Set.of("bytes");
      case REDIRECT -> Set.of("location");
      case EARLY_EXPIRY -> Set.of("expiresInSeconds");
      case HTML -> Set.of("status");
      case FCM_ERROR -> Set.of("error", "retryAfterSeconds");
      default -> Set.of();
    };
  }

  /** The fault, or empty after having said what is wrong with its parameters. */
  Optional<? extends Fault> read(Fields fields) {
    return switch (this) {
      case STATUS -> status(fields);
      case DELAY -> delay(fields);
      case HANG -> Optional.of(Fault.hang());
      case RESET -> Optional.of(Fault.reset());
      case TRUNCATE -> Optional.of(Fault.truncate());
      case STALL_BODY -> Optional.of(Fault.stallBody());
      case GARBAGE -> Optional.of(Fault.garbage());
      case WRONG_CONTENT_TYPE -> Optional.of(Fault.wrongContentType());
      case WITHOUT_TOKEN -> Optional.of(Fault.withoutToken());
      case HUGE -> huge(fields);
      case REDIRECT -> redirect(fields);
      case EARLY_EXPIRY -> earlyExpiry(fields);
      case HTML -> fields.whole("status", 200, 599).map(each -> Fault.html(each.intValue()));
      case INVALID_GRANT -> Optional.of(Fault.invalidGrant());
      case FCM_ERROR -> fcmError(fields);
    };
  }

  private static Optional<Fault> status(Fields fields) {
    Optional<Duration> retryAfter = retryAfter(fields);
    return fields
        .whole("status", 200, 599)
        .map(status -> new Fault.Status(status.intValue(), retryAfter));
  }

  private static Optional<Fault> fcmError(Fields fields) {
    Optional<Duration> retryAfter = retryAfter(fields);
    return fields.choice("error", FCM_ERRORS).map(error -> new Fault.Fcm(error, retryAfter));
  }

  private static Optional<Duration> retryAfter(Fields fields) {
    return fields.has("retryAfterSeconds")
        ? fields.whole("retryAfterSeconds", 0, DAY_SECONDS).map(Duration::ofSeconds)
        : Optional.empty();
  }

  private static Optional<Fault> delay(Fields fields) {
    return fields
        .whole("delayMillis", 0, DAY_SECONDS * 1000)
        .map(millis -> Fault.delay(Duration.ofMillis(millis)));
  }

  private static Optional<Fault> huge(Fields fields) {
    return fields.has("bytes")
        ? fields.whole("bytes", 32, 1L << 40).map(Fault.Huge::new)
        : Optional.of(Fault.huge());
  }

  private static Optional<Fault> redirect(Fields fields) {
    return fields.text("location").flatMap(location -> redirect(fields, location));
  }

  private static Optional<Fault> redirect(Fields fields, String location) {
    try {
      return Optional.of(Fault.redirect(new URI(location)));
    } catch (URISyntaxException e) {
      fields.add("location", "must be a URI", Violation.WRONG_FORMAT);
      return Optional.empty();
    }
  }

  private static Optional<Fault> earlyExpiry(Fields fields) {
    return fields
        .whole("expiresInSeconds", -DAY_SECONDS, DAY_SECONDS)
        .map(seconds -> Fault.earlyExpiry(Duration.ofSeconds(seconds)));
  }
}
