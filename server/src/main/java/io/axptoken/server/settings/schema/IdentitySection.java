package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.SigningSecret;
import io.axptoken.service.config.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Section {@code identity}: its settings, and the record they make. */
public final class IdentitySection {
  private static final ValueType.Many<IdentitySettings.Mode> MODE_LIST =
      new ValueType.Many<>(
          "a list of modes: jwt, gateway, apiKey, guest, claimed",
          Choice.of(IdentitySettings.Mode.class),
          IdentitySection::finish);

  public static final Property<List<IdentitySettings.Mode>> MODES =
      optional(
          "identity.modes",
          MODE_LIST,
          "claimed",
          ModeStrength.PROTECTION,
          "The ways to know the end user, in the order they are asked. jwt: a bearer token of"
              + " your identity provider or backend. claimed believes the userId of the request: for"
              + " development only.");

  static final Property<Secret> PSEUDONYMIZE =
      optional(
          "identity.pseudonymize",
          SigningSecret.OPTIONAL,
          "",
          Protection.neverEmptied(),
          "A secret that turns every user id into a keyed hash before the platform sees it. Changing"
              + " it makes everybody a new customer.");

  public static final Section SECTION =
      new Section("identity", "How the end user is found out; see [Identity](identity.md).", all());

  private IdentitySection() {}

  static IdentitySettings settings(Values values) {
    return new IdentitySettings(
        values.get(MODES),
        JwtSection.settings(values),
        GatewaySection.settings(values),
        ApiKeySection.settings(values),
        GuestSection.settings(values),
        values.get(PSEUDONYMIZE));
  }

  private static List<Property<?>> all() {
    List<Property<?>> all = new ArrayList<>(List.of(MODES));
    all.addAll(JwtSection.PROPERTIES);
    all.addAll(GatewaySection.PROPERTIES);
    all.addAll(ApiKeySection.PROPERTIES);
    all.addAll(GuestSection.PROPERTIES);
    all.add(PSEUDONYMIZE);
    return List.copyOf(all);
  }

  private static List<IdentitySettings.Mode> finish(List<IdentitySettings.Mode> modes)
      throws InvalidValue {
    if (modes.isEmpty()) {
      throw InvalidValue.withoutValue("must name at least one mode", "claimed, for example");
    }
    if (new LinkedHashSet<>(modes).size() < modes.size()) {
      throw InvalidValue.of("must name each mode once");
    }
    int guest = modes.indexOf(IdentitySettings.Mode.GUEST);
    if (guest >= 0 && guest < modes.size() - 1) {
      throw InvalidValue.of(
          "must have guest at the end", "everybody is a guest, so what follows is never asked");
    }
    return modes;
  }
}
