package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section identity.jwt. */
class JwtConfigurationTest {
  private static final String SECRET = "s3cr3t-of-thirty-two-bytes-12345";

  @TempDir Path folder = Path.of("");

  @Test
  void anIssuerAndAnAudienceAreEnough() {
    JwtSettings jwt = jwt().settings().identity().jwt();

    assertThat(jwt.issuers()).containsExactly("https://login.example.com/realm");
    assertThat(jwt.usesDiscovery()).isTrue();
    assertThat(jwt.audience()).containsExactly("chat");
    assertThat(jwt.algorithms()).containsExactly("RS256", "PS256", "ES256", "EdDSA");
    assertThat(jwt.clockSkew()).isEqualTo(Duration.ofSeconds(30));
    assertThat(jwt.type()).isNull();
    assertThat(jwt.claims())
        .isEqualTo(
            Map.of(
                "userId", "sub",
                "userName", "name",
                "emailAddresses", "email",
                "phoneNumbers", "phone_number"));
  }

  @Test
  void everySettingCanStandInTheFile() throws IOException {
    Files.writeString(folder.resolve("key.pem"), "");
    JwtSettings jwt =
        Configuration.minimal()
            .file(
                folder,
                "identity:",
                "  modes: [jwt]",
                "  jwt:",
                "    issuer: our-backend",
                "    jwksUri: https://keys.example.com/jwks",
                "    publicKeyPaths: [key.pem]",
                "    secrets: [" + SECRET + "]",
                "    caCertificatePath: key.pem",
                "    audience: [a, b]",
                "    algorithms: [ES256, HS256]",
                "    clockSkew: 5",
                "    authorizedParties: [web]",
                "    scopes: [chat]",
                "    type: AT+jwt",
                "    claims: { userId: \"'https://x.example/id'.n\", userName: \"\", tier: t }")
            .settings()
            .identity()
            .jwt();

    assertThat(jwt.jwksUri()).hasToString("https://keys.example.com/jwks");
    assertThat(jwt.publicKeyPaths()).containsExactly(folder.resolve("key.pem"));
    assertThat(jwt.secrets().getFirst().reveal()).isEqualTo(SECRET);
    assertThat(jwt.caCertificatePath()).isEqualTo(folder.resolve("key.pem"));
    assertThat(jwt.audience()).containsExactly("a", "b");
    assertThat(jwt.algorithms()).containsExactly("ES256", "HS256");
    assertThat(jwt.clockSkew()).isEqualTo(Duration.ofSeconds(5));
    assertThat(jwt.authorizedParties()).containsExactly("web");
    assertThat(jwt.scopes()).containsExactly("chat");
    assertThat(jwt.type()).isEqualTo("at+jwt");
    assertThat(jwt.claims())
        .isEqualTo(
            Map.of(
                "userId", "'https://x.example/id'.n",
                "tier", "t",
                "emailAddresses", "email",
                "phoneNumbers", "phone_number"));
  }

  @Test
  void secretsAloneMeanAnHmac() {
    JwtSettings jwt = jwt().environment("IDENTITY_JWT_SECRETS", SECRET).settings().identity().jwt();

    assertThat(jwt.algorithms()).containsExactly("HS256");
    assertThat(jwt.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void anyAudienceHasToBeSaid() {
    assertThat(
            jwt().environment("IDENTITY_JWT_AUDIENCE", "*").settings().identity().jwt().audience())
        .isEmpty();
  }

  @Test
  void severalIssuersAreAListOrATextWithCommas() {
    String both = "https://accounts.google.com, accounts.google.com";
    JwtSettings jwt =
        jwt()
            .environment("IDENTITY_JWT_ISSUER", both)
            .environment("IDENTITY_JWT_JWKS_URI", "https://www.googleapis.com/oauth2/v3/certs")
            .settings()
            .identity()
            .jwt();

    assertThat(jwt.issuers()).containsExactly("https://accounts.google.com", "accounts.google.com");
    assertThat(jwt.usesDiscovery()).isFalse();
  }

  @Test
  void aTenantOfEntraIsAnIssuer() {
    String tenant = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";

    assertThat(jwt().environment("IDENTITY_JWT_ISSUER", tenant).problems()).isEmpty();
  }

  @Test
  void withoutIssuerAndAudienceBothAreTold() {
    List<String> problems = Configuration.minimal().environment("IDENTITY_MODES", "jwt").problems();

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0)).contains("identity.jwt.issuer").contains("required");
    assertThat(problems.get(1)).contains("identity.jwt.audience").contains("required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IDENTITY_JWT_ISSUER     | our-backend                  | https
          IDENTITY_JWT_ISSUER     | http://login.example.com     | https
          IDENTITY_JWT_ISSUER     | https://login.example.com,us | "us"
          IDENTITY_JWT_ISSUER     | https://login.example/{tenantid}/v2.0 | put the tenant's id in the place
          IDENTITY_JWT_ISSUER     | https://login.example/{tenant}/v2.0 | {tenant}
          IDENTITY_JWT_ISSUER     | https://login.microsoftonline.com/common/v2.0 | one tenant
          IDENTITY_JWT_ISSUER     | https://login.microsoftonline.com/organizations | one tenant
          IDENTITY_JWT_ISSUER     | https://a.example,https://sts.windows.net/common/ | one tenant
          IDENTITY_JWT_JWKS_URI   | http://login.example.com/k   | https
          IDENTITY_JWT_JWKS_URI   | https://u:p@login.example/k  | URL
          IDENTITY_JWT_JWKS_URI   | file:///etc/passwd           | URL
          IDENTITY_JWT_AUDIENCE   | chat,*                       | either
          IDENTITY_JWT_ALGORITHMS | none                         | one of
          IDENTITY_JWT_ALGORITHMS | RS256,rs256                  | one of
          IDENTITY_JWT_ALGORITHMS | HS256                        | secrets
          IDENTITY_JWT_CLOCK_SKEW | 301                          | seconds
          IDENTITY_JWT_CLAIMS     | userId=https://a.example/b   | single quotes
          IDENTITY_JWT_CLAIMS     | userId=a..b                  | divided by dots
          IDENTITY_JWT_CLAIMS     | userId='a                    | divided by dots
          IDENTITY_JWT_PUBLIC_KEY_PATHS | missing.pem            | readable file
          IDENTITY_JWT_SECRETS    | s3cr3t-too-short             | 32 bytes
          """)
  void whatCannotBeIsTold(String name, String value, String told) {
    String problem = jwt().environment(name, value).problem();

    assertThat(problem).contains(told).contains("identity.jwt.").doesNotContain("s3cr3t", "u:p");
  }

  @Test
  void aSecretMustBeAsLongAsTheHash() {
    String problem =
        jwt()
            .environment("IDENTITY_JWT_SECRETS", SECRET)
            .environment("IDENTITY_JWT_ALGORITHMS", "HS256,HS512")
            .problem();

    assertThat(problem).contains("identity.jwt.secrets").contains("64 bytes");
  }

  @Test
  void secretsNeedAnAlgorithmThatUsesThem() {
    String problem =
        jwt()
            .environment("IDENTITY_JWT_SECRETS", SECRET)
            .environment("IDENTITY_JWT_ALGORITHMS", "RS256")
            .problem();

    assertThat(problem).contains("identity.jwt.algorithms").contains("HS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/realm", "http://localhost", "https://[::1]/"})
  void aProviderOfThisMachineMayDoWithoutTls(String issuer) {
    assertThat(jwt().environment("IDENTITY_JWT_ISSUER", issuer).problems()).isEmpty();
  }

  @Test
  void settingsWithoutTheModeAreToldToBeUnused() {
    var loaded = jwt().environment("IDENTITY_MODES", "claimed").valid();

    assertThat(loaded.effective().warnings())
        .anyMatch(warning -> warning.contains("identity.jwt.issuer is not used"));
  }

  private static Configuration jwt() {
    return Configuration.minimal()
        .environment("IDENTITY_MODES", "jwt")
        .environment("IDENTITY_JWT_ISSUER", "https://login.example.com/realm")
        .environment("IDENTITY_JWT_AUDIENCE", "chat");
  }
}
