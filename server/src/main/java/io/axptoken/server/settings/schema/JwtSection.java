package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.JwtSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import io.axptoken.service.config.type.WebAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Section {@code identity.jwt}: its settings, and the record they make. */
public final class JwtSection {
  /** Any audience, as one writes it. */
  public static final String ANY = "*";

  public static final Property<List<String>> ISSUER =
      optional(
          "identity.jwt.issuer",
          many("a list of issuers", Types.TEXT),
          "",
          Protection.oneOf(""),
          "Who issues the tokens: exactly their iss, or a list of those it may be. The keys of each"
              + " are found by OpenID Connect discovery and check its tokens alone, unless jwksUri,"
              + " publicKeyPaths or secrets are given, which are for all of them.");
  public static final Property<Optional<URI>> JWKS_URI =
      optional(
          "identity.jwt.jwksUri",
          WebAddress.OPTIONAL,
          "",
          Protection.same(),
          "Where the issuer's JWK set is, if not where discovery says.");
  public static final Property<List<Path>> PUBLIC_KEYS =
      optional(
          "identity.jwt.publicKeyPaths",
          many("a list of paths of readable files", FileType.ONE_READABLE),
          "",
          Protection.keys(),
          "Files with public keys of who signs the tokens: PEM (keys or certificates), a JWK or a"
              + " JWK set.");
  public static final Property<List<Secret>> SECRETS =
      optional(
          "identity.jwt.secrets",
          many("a list of secret texts of 32 bytes or more", Types.SECRET),
          "",
          Protection.keys(),
          "HMAC secrets shared with a backend of your own that signs the tokens; several while one"
              + " takes the place of another.");
  static final Property<Optional<Path>> CA_CERTIFICATE =
      optional(
          "identity.jwt.caCertificatePath",
          FileType.READABLE,
          "",
          Protection.ownStaysOwn(),
          "PEM file with certificates to trust besides the usual ones when fetching keys.");
  public static final Property<List<String>> AUDIENCE =
      optional(
          "identity.jwt.audience",
          many("a list of audiences", Types.TEXT),
          "",
          Protection.oneOf(JwtSection.ANY),
          "The audiences that the tokens may be meant for: one of these must be in their aud. * accepts"
              + " any, which is safe only where authorizedParties names your clients.");
  public static final Property<List<String>> ALGORITHMS =
      optional(
          "identity.jwt.algorithms",
          many("a list of JWS algorithms", JwtAlgorithms.TYPE),
          "",
          Protection.entriesWithin(JwtAlgorithms::areWithin),
          "The signature algorithms that are accepted. Empty: RS256, PS256, ES256 and EdDSA with"
              + " public keys, HS256 with secrets.");
  static final Property<Duration> CLOCK_SKEW =
      optional(
          "identity.jwt.clockSkew",
          Types.seconds(0, 300),
          "30",
          Protection.noMore(),
          "By how many seconds the issuer's clock may differ from ours.");
  static final Property<List<String>> AUTHORIZED_PARTIES =
      optional(
          "identity.jwt.authorizedParties",
          many("a list of client ids", Types.TEXT),
          "",
          Protection.oneOf(JwtSection.ANY),
          "The clients that the tokens may have been issued to: one of these must be their azp, or"
              + " else their client_id. Empty: any.");
  static final Property<List<String>> SCOPES =
      optional(
          "identity.jwt.scopes",
          many("a list of scopes", Types.HEADER_TEXT),
          "",
          Protection.allOf(),
          "Scopes that the tokens must grant, all of them, in scope or scp.");
  static final Property<String> TYPE =
      optional(
          "identity.jwt.type",
          Types.HEADER_TEXT,
          "",
          Protection.sameOnceSet(),
          "The typ that the tokens' header must have, such as at+jwt (RFC 9068). Empty: none, JWT or"
              + " at+jwt.");
  static final Property<Map<String, String>> CLAIMS =
      optional(
          "identity.jwt.claims",
          ClaimTypes.PATHS,
          ClaimTypes.USUAL,
          Protection.same(),
          "Which claim is which attribute of the user; those not named here keep the default, and \"\""
              + " leaves one out. See docs/identity.md.");

  static final List<Property<?>> PROPERTIES =
      List.of(
          ISSUER,
          JWKS_URI,
          PUBLIC_KEYS,
          SECRETS,
          CA_CERTIFICATE,
          AUDIENCE,
          ALGORITHMS,
          CLOCK_SKEW,
          AUTHORIZED_PARTIES,
          SCOPES,
          TYPE,
          CLAIMS);

  private JwtSection() {}

  static JwtSettings settings(Values values) {
    List<Secret> secrets = values.get(SECRETS);
    Optional<URI> jwksUri = values.get(JWKS_URI);
    List<Path> keys = values.get(PUBLIC_KEYS);
    List<String> audience = values.get(AUDIENCE);
    boolean onlySecrets = jwksUri.isEmpty() && keys.isEmpty() && !secrets.isEmpty();
    String type = values.get(TYPE).toLowerCase(Locale.ROOT);
    return new JwtSettings(
        values.get(ISSUER),
        jwksUri.orElse(null),
        keys,
        secrets,
        values.get(CA_CERTIFICATE).orElse(null),
        audience.contains(ANY) ? List.of() : audience,
        JwtAlgorithms.orUsual(values.get(ALGORITHMS), onlySecrets, !secrets.isEmpty()),
        values.get(CLOCK_SKEW),
        values.get(AUTHORIZED_PARTIES),
        values.get(SCOPES),
        type.isEmpty() ? null : type,
        ClaimTypes.merged(ClaimTypes.usual(), values.get(CLAIMS)));
  }

  static <E> ValueType.Many<E> many(String syntax, ValueType.One<E> element) {
    return new ValueType.Many<>(syntax, element, entries -> entries);
  }
}
