package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.GatewaySettings;
import io.axptoken.server.settings.GatewaySettings.Preset;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Section {@code identity.gateway}: its settings, and the record they make. */
public final class GatewaySection {
  public static final Property<Preset> PRESET =
      optional(
          "identity.gateway.preset",
          Choice.of(Preset.class),
          "headers",
          Protection.same(),
          "Which product the gateway is, see docs/identity.md; headers: those that headers names.");
  public static final Property<Map<String, String>> HEADERS =
      optional(
          "identity.gateway.headers",
          ClaimTypes.HEADERS,
          "",
          Protection.same(),
          "Which header is which attribute of the user: userId, userName, or a type of identifiers."
              + " Changes those of oauth2Proxy and authRequest; \"\" leaves one out.");
  static final Property<String> PAYLOAD_HEADER =
      optional(
          "identity.gateway.payloadHeader",
          Types.HEADER_TEXT,
          "x-jwt-payload",
          Protection.same(),
          "The header in which Envoy or Istio forward the claims of the token (istio).");
  static final Property<Map<String, String>> CLAIMS =
      optional(
          "identity.gateway.claims",
          ClaimTypes.PATHS,
          ClaimTypes.USUAL,
          Protection.same(),
          "Which claim is which attribute of the user, as with identity.jwt.claims (alb, cloudflare,"
              + " istio).");
  public static final Property<String> ISSUER =
      optional(
          "identity.gateway.issuer",
          Types.TEXT,
          "",
          Protection.sameOnceSet(),
          "Who issues the gateway's tokens: the URL of the Cloudflare team; for alb the identity"
              + " provider, if it is to be checked.");
  public static final Property<List<String>> AUDIENCE =
      optional(
          "identity.gateway.audience",
          JwtSection.many("a list of audiences", Types.TEXT),
          "",
          Protection.oneOf(JwtSection.ANY),
          "The audience that the gateway's tokens are meant for: the AUD tag of the Cloudflare"
              + " application; for alb the client id at the identity provider, if it is to be checked.");
  public static final Property<List<String>> SIGNERS =
      optional(
          "identity.gateway.signers",
          JwtSection.many("a list of ARNs of load balancers", LoadBalancerArn.TYPE),
          "",
          Protection.oneOf(JwtSection.ANY),
          "The ARNs of the load balancers whose tokens are believed (alb).");
  static final Property<Optional<URI>> KEYS_URL =
      optional(
          "identity.gateway.keysUrl",
          WebAddress.OPTIONAL,
          "",
          Protection.same(),
          "Where the gateway's keys are, if not at the usual place of the product: for alb what"
              + " stands before the key's id.");

  static final List<Property<?>> PROPERTIES =
      List.of(PRESET, HEADERS, PAYLOAD_HEADER, CLAIMS, ISSUER, AUDIENCE, SIGNERS, KEYS_URL);

  private static final Map<String, String> OAUTH2_PROXY =
      Map.of(
          "userId", "X-Forwarded-User",
          "userName", "X-Forwarded-Preferred-Username",
          "emailAddresses", "X-Forwarded-Email");
  private static final Map<String, String> AUTH_REQUEST =
      Map.of(
          "userId", "X-Auth-Request-User",
          "userName", "X-Auth-Request-Preferred-Username",
          "emailAddresses", "X-Auth-Request-Email");

  private GatewaySection() {}

  static GatewaySettings settings(Values values) {
    Map<String, String> usual =
        switch (values.get(PRESET)) {
          case OAUTH2_PROXY -> OAUTH2_PROXY;
          case AUTH_REQUEST -> AUTH_REQUEST;
          case HEADERS, ALB, CLOUDFLARE, ISTIO -> Map.of();
        };
    return new GatewaySettings(
        values.get(PRESET),
        ClaimTypes.merged(usual, values.get(HEADERS)),
        values.get(PAYLOAD_HEADER),
        ClaimTypes.merged(ClaimTypes.usual(), values.get(CLAIMS)),
        values.get(ISSUER),
        values.get(AUDIENCE),
        values.get(SIGNERS),
        values.get(KEYS_URL).orElse(null));
  }
}
