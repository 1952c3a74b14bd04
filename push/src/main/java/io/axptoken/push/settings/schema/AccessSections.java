package io.axptoken.push.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.push.settings.CallbackSettings;
import io.axptoken.push.settings.LimitSettings;
import io.axptoken.push.settings.RegistrationSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.AddressRange;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.KeyHashes;
import io.axptoken.service.config.type.Rate;
import io.axptoken.service.config.type.Rates;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who may do what. */
final class AccessSections {
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]{16,200}|");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9-]{1,64}: ?[!-~]([ -~]*[!-~])?|");

  private static final Property<Map<String, List<String>>> ADMIN =
      optional(
          "admin.keys",
          KeyHashes.madeBy("push-connector apikey new"),
          "",
          Protection.keys(),
          "Who may see and change configurations and devices, and send: names of your choice, each"
              + " with the SHA-256 of its key. push-connector apikey new makes a key and its hash.");
  private static final Property<Boolean> OPEN =
      optional(
          "registration.open",
          Types.SWITCH,
          "true",
          Protection.never(true),
          "true lets every device register, as the vendor's apps do; false asks for the token.");
  private static final Property<Secret> TOKEN =
      optional(
          "registration.token",
          new ValueType.One<>("a secret text of at least 16 characters", true, (t, _) -> token(t)),
          "",
          Protection.none(Protection.Unguarded.IS_EXCHANGED),
          "What a device sends as Authorization: Bearer … when registration is not open.");
  private static final Property<Secret> SECRET =
      optional(
          "callback.secret",
          secret("a path segment of at least 16 letters, digits, dots and dashes", SEGMENT),
          "",
          Protection.neverEmptied(),
          "A secret in the callback's path: …/axp-callback/{secret}/notifications.");
  private static final Property<Secret> HEADER =
      optional(
          "callback.header",
          secret("a header field such as X-Name: value", FIELD),
          "",
          Protection.neverEmptied(),
          "A header field that each event must have, such as X-Name: value.");
  private static final Property<List<String>> ALLOW_FROM =
      optional(
          "callback.allowFrom",
          AddressRange.LIST,
          "",
          Protection.of(
              "further entries, or none",
              (now, next) ->
                  !now.isEmpty() && (next.isEmpty() || !AddressRange.areWithin(now, next))),
          "The networks that events may come from; empty for all.");
  private static final Property<Rate> PER_ADDRESS =
      optional(
          "limits.perAddress",
          Rates.TYPE,
          "120/min",
          Protection.noMore(Rate.BY_STRICTNESS),
          "How many requests about registrations one network address may make.");
  private static final Property<Integer> BURST =
      optional(
          "limits.burst",
          Types.number(1, 1_000_000),
          "20",
          Protection.noMore(),
          "How many of them may come at once.");

  static final Section ADMINISTRATION =
      new Section("admin", "Who administers the connector.", List.of(ADMIN));
  static final Section REGISTRATION =
      new Section("registration", "Which devices may register.", List.of(OPEN, TOKEN));
  static final Section CALLBACK =
      new Section(
          "callback", "What proves where an event is from.", List.of(SECRET, HEADER, ALLOW_FROM));
  static final Section LIMITS =
      new Section("limits", "How many registrations are taken.", List.of(PER_ADDRESS, BURST));

  private AccessSections() {}

  static Map<String, List<String>> admin(Values values) {
    return values.get(ADMIN);
  }

  static RegistrationSettings registration(Values values) {
    return new RegistrationSettings(values.get(OPEN), values.get(TOKEN));
  }

  static CallbackSettings callback(Values values) {
    return new CallbackSettings(values.get(SECRET), values.get(HEADER), values.get(ALLOW_FROM));
  }

  static LimitSettings limits(Values values) {
    return new LimitSettings(values.get(PER_ADDRESS), values.get(BURST));
  }

  /** Who does not register openly needs a token. */
  static void check(Scope scope) {
    Secret token = scope.find(TOKEN);
    if (Objects.equals(scope.find(OPEN), false) && token != null && token.isEmpty()) {
      scope.problem(TOKEN, "is required when registration.open is false: set one");
    }
  }

  private static ValueType.One<Secret> secret(String syntax, Pattern form) {
    return new ValueType.One<>(
        syntax,
        true,
        (text, _) -> {
          if (form.matcher(text).matches()) {
            return Secret.of(text);
          }
          throw InvalidValue.withoutValue("must be " + syntax, "");
        });
  }

  private static Secret token(String text) throws InvalidValue {
    Types.plain(text);
    if (text.isEmpty() || text.length() >= 16) {
      return Secret.of(text);
    }
    throw InvalidValue.withoutValue("must have at least 16 characters", "");
  }
}
