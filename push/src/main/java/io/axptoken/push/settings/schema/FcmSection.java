package io.axptoken.push.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.push.settings.FcmSettings;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Spans;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import io.axptoken.service.config.type.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Section {@code fcm}. */
final class FcmSection {
  private static final Property<URI> BASE_URL =
      optional(
          "fcm.baseUrl",
          ValueType.of("an https URL", WebAddress::parse),
          "https://fcm.googleapis.com",
          Protection.none(NEEDS_RESTART),
          "Where messages are sent; plain http only on this machine, such as to the sandbox.");
  private static final Property<Duration> FIRST_RETRY =
      optional(
          "fcm.firstRetry",
          Spans.between("1s", "10m"),
          "10s",
          Protection.none(CHECKS_NOTHING),
          "How long the first wait is after a failure that passes; it doubles with each.");
  private static final Property<Integer> MAX_ATTEMPTS =
      optional(
          "fcm.maxAttempts",
          Types.number(1, 100),
          "8",
          Protection.none(CHECKS_NOTHING),
          "How often one message is tried.");
  private static final Property<Duration> DEADLINE =
      optional(
          "fcm.deadline",
          Spans.between("10s", "28d"),
          "24h",
          Protection.none(CHECKS_NOTHING),
          "For how long after its event a message is of use.");
  private static final Property<String> TITLE =
      optional(
          "fcm.fallback.title",
          Types.TEXT,
          "Messaging",
          Protection.none(CHECKS_NOTHING),
          "The title that an iOS device shows when its app cannot fetch the text.");
  private static final Property<String> BODY =
      optional(
          "fcm.fallback.body",
          Types.TEXT,
          "You have a new message",
          Protection.none(CHECKS_NOTHING),
          "The text that an iOS device shows then.");

  static final Section SECTION =
      new Section(
          "fcm",
          "Firebase Cloud Messaging.",
          List.of(BASE_URL, FIRST_RETRY, MAX_ATTEMPTS, DEADLINE, TITLE, BODY));

  private FcmSection() {}

  static FcmSettings settings(Values values) {
    return new FcmSettings(
        values.get(BASE_URL),
        values.get(FIRST_RETRY),
        values.get(MAX_ATTEMPTS),
        values.get(DEADLINE),
        new FcmSettings.Fallback(values.get(TITLE), values.get(BODY)));
  }
}
