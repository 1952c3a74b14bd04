package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.GatewaySettings.Preset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section identity.gateway. */
class GatewayConfigurationTest {
  private static final String ARN =
      "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/0123456789abcdef";

  @Test
  void aPresetKnowsItsHeaders() {
    GatewaySettings gateway = gateway("oauth2Proxy").settings().identity().gateway();

    assertThat(gateway.preset()).isEqualTo(Preset.OAUTH2_PROXY);
    assertThat(gateway.headers())
        .isEqualTo(
            Map.of(
                "userId", "X-Forwarded-User",
                "userName", "X-Forwarded-Preferred-Username",
                "emailAddresses", "X-Forwarded-Email"));
  }

  @Test
  void itsHeadersCanBeChanged() {
    GatewaySettings gateway =
        gateway("authRequest")
            .environment(
                "IDENTITY_GATEWAY_HEADERS",
                "userId=X-Auth-Request-Email,emailAddresses=,tier=X-Tier")
            .settings()
            .identity()
            .gateway();

    assertThat(gateway.headers())
        .isEqualTo(
            Map.of(
                "userId", "X-Auth-Request-Email",
                "userName", "X-Auth-Request-Preferred-Username",
                "tier", "X-Tier"));
  }

  @Test
  void theProxiesMustBeNamed() {
    assertThat(gateway("oauth2Proxy").without("SERVER_TRUSTED_PROXIES").problem())
        .contains("server.trustedProxies", "gateway");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0", "0.0.0.0/1,128.0.0.0/1", "2000::/3"})
  void theProxiesMustNotBeEverybody(String ranges) {
    assertThat(gateway("oauth2Proxy").environment("SERVER_TRUSTED_PROXIES", ranges).problem())
        .contains("server.trustedProxies", "every address");
  }

  @Test
  void theUsersPagesMustBeNamed() {
    assertThat(gateway("oauth2Proxy").environment("SERVER_ALLOWED_ORIGINS", "*").problem())
        .contains("server.allowedOrigins", "gateway", "any page");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          headers    | identity.gateway.headers
          alb        | identity.gateway.signers
          cloudflare | identity.gateway.issuer;identity.gateway.audience
          """)
  void whatAPresetNeedsIsTold(String preset, String keys) {
    List<String> problems = gateway(preset).problems();

    assertThat(problems).hasSize(keys.split(";", -1).length);
    for (String key : keys.split(";", -1)) {
      assertThat(problems).anyMatch(problem -> problem.contains(key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY_GATEWAY_PRESET,nginx",
    "IDENTITY_GATEWAY_SIGNERS,arn:aws:s3:::bucket",
    "IDENTITY_GATEWAY_KEYS_URL,http://keys.example.com",
    "IDENTITY_GATEWAY_HEADERS,userId=X User",
    "IDENTITY_GATEWAY_CLAIMS,userId=a..b"
  })
  void whatCannotBeIsTold(String name, String value) {
    assertThat(gateway("oauth2Proxy").environment(name, value).problem())
        .contains("identity.gateway.");
  }

  @Test
  void aLoadBalancerIsNamedByItsArn() {
    assertThat(gateway("alb").environment("IDENTITY_GATEWAY_SIGNERS", ARN).problems()).isEmpty();
  }

  private static Configuration gateway(String preset) {
    return Configuration.minimal()
        .environment("IDENTITY_MODES", "gateway")
        .environment("SERVER_TRUSTED_PROXIES", "10.0.0.0/8")
        .environment("SERVER_ALLOWED_ORIGINS", "https://www.example.com")
        .environment("IDENTITY_GATEWAY_PRESET", preset);
  }
}
