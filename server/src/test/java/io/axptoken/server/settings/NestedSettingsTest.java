package io.axptoken.server.settings;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.Reading;
import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.EffectiveSettings.Entry;
import io.axptoken.service.config.load.Interpolation;
import io.axptoken.service.config.load.Layers;
import io.axptoken.service.config.load.Problems;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.SettingsReader;
import io.axptoken.service.config.load.YamlFile;
import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Mapped;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections in sections, maps and lists of secrets, on a catalogue of their own. */
class NestedSettingsTest {
  private static final Property<String> ISSUER =
      optional("door.jwt.issuer", Types.TEXT, "", Protection.none(CHECKS_NOTHING), "Who signs.");
  private static final Property<Map<String, String>> CLAIMS =
      optional(
          "door.jwt.claims",
          new Mapped<>("a map of names to claims", Types::plain, Types.TEXT),
          "",
          Protection.none(CHECKS_NOTHING),
          "Claims.");
  private static final Property<List<Secret>> SECRETS =
      optional("door.secrets", secrets(), "", Protection.none(CHECKS_NOTHING), "Secrets.");
  private static final Property<Map<String, List<Secret>>> KEYS =
      optional(
          "door.keys",
          new Mapped<>("a map of names to keys", Types::plain, secrets()),
          "",
          Protection.none(CHECKS_NOTHING),
          "Keys.");
  private static final Catalogue CATALOGUE =
      new Catalogue(new Section("door", "A door.", List.of(ISSUER, CLAIMS, SECRETS, KEYS)));

  @TempDir Path folder = Path.of("");

  private final Problems problems = new Problems();
  private final List<String> warnings = new ArrayList<>();
  private List<Entry> entries = List.of();

  private static ValueType.Many<Secret> secrets() {
    return new ValueType.Many<>("a list of secrets", Types.SECRET, all -> all);
  }

  @Test
  void theFileHasSectionsInSections() {
    Values values =
        read(
            Map.of(),
            Map.of(),
            "door:",
            "  jwt:",
            "    issuer: https://idp.example",
            "    claims: { userId: sub, phone: tel }",
            "  secrets: ['s3cr3t-one, with a comma', s3cr3t-two]",
            "  keys:",
            "    crm: [s3cr3t-old, s3cr3t-new]",
            "    shop: s3cr3t-shop");

    assertThat(problems.list()).isEmpty();
    assertThat(values.get(ISSUER)).isEqualTo("https://idp.example");
    assertThat(values.get(CLAIMS)).isEqualTo(Map.of("userId", "sub", "phone", "tel"));
    assertThat(plain(values.get(SECRETS)))
        .containsExactly("s3cr3t-one, with a comma", "s3cr3t-two");
    assertThat(plain(values.get(KEYS).getOrDefault("crm", List.of())))
        .containsExactly("s3cr3t-old", "s3cr3t-new");
    assertThat(plain(values.get(KEYS).getOrDefault("shop", List.of())))
        .containsExactly("s3cr3t-shop");
  }

  @Test
  void theEnvironmentHasWordsAndPairs() {
    Map<String, String> environment =
        Map.of(
            "DOOR_JWT_ISSUER", "me",
            "DOOR_JWT_CLAIMS", "userId=sub, userName = name",
            "DOOR_SECRETS", "s3cr3t-one,${env:OTHER}",
            "OTHER", "s3cr3t,with,commas",
            "DOOR_KEYS", "crm=s3cr3t-old,crm=s3cr3t-new");

    Values values = read(environment, Map.of(), "door: { jwt: { claims: { email: mail } } }");

    assertThat(problems.list()).isEmpty();
    assertThat(warnings).isEmpty();
    assertThat(values.get(ISSUER)).isEqualTo("me");
    assertThat(values.get(CLAIMS)).isEqualTo(Map.of("userId", "sub", "userName", "name"));
    assertThat(plain(values.get(SECRETS))).containsExactly("s3cr3t-one", "s3cr3t,with,commas");
    assertThat(plain(values.get(KEYS).getOrDefault("crm", List.of())))
        .containsExactly("s3cr3t-old", "s3cr3t-new");
  }

  @Test
  void theCommandLineHasDottedKeys() {
    Map<String, String> overrides =
        Map.of("door.jwt.issuer", "me", "door.jwt.claims", "userId=sub", "door.secrets", "s3cr3t");

    Values values = read(Map.of(), overrides, "door: {}");

    assertThat(problems.list().toString())
        .contains("door.secrets must not be given on the command line", "DOOR_SECRETS")
        .doesNotContain("s3cr3t");
    assertThat(values.get(ISSUER)).isEqualTo("me");
    assertThat(values.get(CLAIMS)).containsEntry("userId", "sub");
  }

  @Test
  void whatIsNotGivenIsEmpty() {
    Values values = read(Map.of("DOOR_JWT_CLAIMS", ""), Map.of(), "door: { keys: {} }");

    assertThat(problems.list()).isEmpty();
    assertThat(values.get(CLAIMS)).isEmpty();
    assertThat(values.get(SECRETS)).isEmpty();
    assertThat(values.get(KEYS)).isEmpty();
    assertThat(entries.toString())
        .contains("door.jwt.claims = {}", "door.secrets = []", "door.keys = {}");
  }

  @Test
  void everyFaultNamesItsEntry() {
    read(
        Map.of(),
        Map.of(),
        "door:",
        "  jwt: { claims: { userId: ' sub', userName: '${env:NOBODY}' } }",
        "  keys: { crm: <Key>, shop: [' s3cr3t'] }");

    assertThat(problems.list().stream().map(ConfigProblem::toString))
        .anyMatch(p -> p.startsWith("door.jwt.claims.userName refers to"))
        .anyMatch(p -> p.startsWith("door.keys.crm is still a placeholder"))
        .anyMatch(p -> p.startsWith("door.keys.shop must not begin or end with white space"))
        .noneMatch(p -> p.contains("s3cr3t"));
  }

  @Test
  void aMapMustBeOne() {
    read(Map.of("DOOR_JWT_CLAIMS", "sub"), Map.of(), "door: { keys: [s3cr3t], secrets: { a: b } }");

    assertThat(problems.list().stream().map(ConfigProblem::toString))
        .anyMatch(p -> p.startsWith("door.jwt.claims must be a map of names to claims"))
        .anyMatch(p -> p.startsWith("door.keys must be a map of names to keys"))
        .anyMatch(p -> p.startsWith("door.secrets must be a list of secrets, but is a section"))
        .noneMatch(p -> p.contains("s3cr3t"));
  }

  @Test
  void anUnknownKeyInASectionWithinASectionHasItsNearest() {
    read(
        Map.of("DOOR_JWT_ISUER", "x"),
        Map.of(),
        "door: { jwt: { isuer: x }, jwtt: { issuer: x } }");

    assertThat(problems.list().stream().map(ConfigProblem::toString))
        .anyMatch(p ->
            p.startsWith("door.jwt.isuer is not a known setting: did you mean door.jwt.issuer?"))
        .anyMatch(p -> p.startsWith("door.jwtt is not a known setting: did you mean door.jwt?"));
    assertThat(warnings.toString()).contains("did you mean DOOR_JWT_ISSUER?");
  }

  @Test
  void secretsAreShownNowhere() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cr3t-file");
    read(
        Map.of(),
        Map.of(),
        "door:",
        "  secrets: [s3cr3t-one, '${file:" + secret + "}']",
        "  keys: { crm: '${file:" + secret + "}' }");

    assertThat(entries.toString())
        .contains("door.secrets = [REDACTED]", "door.keys = crm=[REDACTED]")
        .doesNotContain("s3cr3t");
    assertThat(entries.stream().filter(Entry::openSecret).map(Entry::key))
        .containsExactly("door.secrets");
  }

  private Values read(Map<String, String> environment, Map<String, String> set, String... lines) {
    try {
      Path file = Files.writeString(folder.resolve("a.yaml"), String.join("\n", lines));
      var raw = new Layers(file, environment, set).read(CATALOGUE, problems, warnings);
      SettingsReader reader =
          new SettingsReader(
              new RawValues(CATALOGUE.overlay(), raw), new Interpolation(environment), problems);
      Values values = reader.read(CATALOGUE.properties());
      entries =
          new EffectiveSettings(
                  reader.taken(),
                  List.of(),
                  new Protections(ServerSchema.SCHEMA, new Reading(new Values(), false, Map.of())))
              .entries();
      return values;
    } catch (IOException | YamlFile.Unusable e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> plain(List<Secret> secrets) {
    return secrets.stream().map(Secret::reveal).toList();
  }
}
