package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.schema.IdentitySection;
import io.axptoken.server.settings.schema.JwtAlgorithms;
import io.axptoken.server.settings.schema.JwtSection;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What identity mode {@code jwt} asks of its settings. */
final class JwtRules {
  /** Templates such as {tenantid}, and Entra's addresses for any tenant, are nobody's iss. */
  private static final Pattern TENANTLESS =
      Pattern.compile(
          "[{}]|^https://(?:login\\.microsoftonline\\.(?:com|us)|login\\.partner\\.microsoftonline\\.cn|sts\\.windows\\.net)"
              + "/(?:common|organizations)(?:/|$)");

  private final Scope scope;

  private JwtRules(Scope scope) {
    this.scope = scope;
  }

  static void check(Scope scope) {
    List<IdentitySettings.Mode> modes = scope.find(IdentitySection.MODES);
    if (modes == null) {
      return; // Its value is a problem already.
    }
    if (modes.contains(IdentitySettings.Mode.JWT)) {
      JwtRules rules = new JwtRules(scope);
      rules.checkIssuer();
      rules.checkAudience();
      rules.checkAlgorithms();
      InheritedKeys.check(scope);
    } else if (scope.isGiven(JwtSection.ISSUER)
        && !List.of().equals(scope.find(JwtSection.ISSUER))) {
      scope.warn(
          "%s is not used, as %s has no jwt."
              .formatted(scope.key(JwtSection.ISSUER), scope.key(IdentitySection.MODES)));
    }
  }

  private void checkIssuer() {
    List<String> issuers = scope.find(JwtSection.ISSUER);
    if (issuers == null) {
      return;
    }
    if (issuers.isEmpty()) {
      scope.problem(
          JwtSection.ISSUER, "is required with identity mode jwt: write the iss of the tokens");
    }
    boolean discovery = usesDiscovery();
    for (String issuer : issuers) {
      if (TENANTLESS.matcher(issuer).find()) {
        scope.problem(
            JwtSection.ISSUER,
            "must be the iss of one tenant's tokens: put the tenant's id in the place of what stands"
                + " for any tenant in "
                + DisplayText.quoted(issuer));
      } else if (discovery) {
        checkAddress(issuer);
      }
    }
  }

  private void checkAddress(String issuer) {
    try {
      WebAddress.parse(issuer);
    } catch (InvalidValue _) {
      scope.problem(
          JwtSection.ISSUER,
          "must be an https URL, where the provider's keys can be found by discovery: write it, or"
              + " set jwksUri, publicKeyPaths or secrets beside it. It is not: "
              + DisplayText.quoted(issuer));
    }
  }

  private boolean usesDiscovery() {
    return Objects.equals(scope.find(JwtSection.JWKS_URI), Optional.empty())
        && Objects.equals(scope.find(JwtSection.PUBLIC_KEYS), List.of())
        && Objects.equals(scope.find(JwtSection.SECRETS), List.of());
  }

  private void checkAudience() {
    List<String> audience = scope.find(JwtSection.AUDIENCE);
    if (audience == null) {
      return;
    }
    if (audience.isEmpty()) {
      scope.problem(
          JwtSection.AUDIENCE,
          "is required with identity mode jwt: write the aud of tokens for this server, or * if any"
              + " will do");
    } else if (audience.contains(JwtSection.ANY) && audience.size() > 1) {
      scope.problem(JwtSection.AUDIENCE, "must be either * or a list of audiences");
    }
  }

  private void checkAlgorithms() {
    List<String> algorithms = scope.find(JwtSection.ALGORITHMS);
    List<Secret> secrets = scope.find(JwtSection.SECRETS);
    if (algorithms == null || secrets == null) {
      return;
    }
    boolean forSecrets = algorithms.stream().anyMatch(JwtAlgorithms::isForSecrets);
    if (forSecrets && secrets.isEmpty()) {
      scope.problem(
          JwtSection.ALGORITHMS,
          "must not have HS algorithms without identity.jwt.secrets: remove them");
    } else if (!forSecrets && !secrets.isEmpty() && !algorithms.isEmpty()) {
      scope.problem(
          JwtSection.ALGORITHMS, "must have an HS algorithm, as identity.jwt.secrets are given");
    } else {
      checkSecrets(secrets, algorithms);
    }
  }

  private void checkSecrets(List<Secret> secrets, List<String> algorithms) {
    int least =
        algorithms.stream()
            .filter(JwtAlgorithms::isForSecrets)
            .mapToInt(JwtAlgorithms::minSecretBytes)
            .max()
            .orElse(32);
    if (secrets.stream().anyMatch(secret -> bytes(secret) < least)) {
      scope.problem(
          JwtSection.SECRETS,
          "must have %d bytes or more each: make one with openssl rand -base64 %d"
              .formatted(least, least));
    }
  }

  private static int bytes(Secret secret) {
    return secret.reveal().getBytes(StandardCharsets.UTF_8).length;
  }
}
