package io.axptoken.server.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.server.settings.schema.AxpSection;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.Problems;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.schema.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationsConfigurationTest {
  private static final String OTHER_ID = "9c858901-8a57-4791-81fe-4c455b099bc9";

  @TempDir Path folder = Path.of("");

  @Test
  void withoutNamedOnesThereIsTheDefault() {
    List<IntegrationSettings> all = Configuration.minimal().settings().integrations();

    assertThat(all).extracting(IntegrationSettings::name).containsExactly("default");
  }

  @Test
  void aNamedOneInheritsWhatItDoesNotSet() {
    Settings settings =
        Configuration.minimal()
            .environment("SERVER_ALLOWED_ORIGINS", "https://www.example.com")
            .environment("LIMITS_BURST", "7")
            .file(folder, "integrations:", "  sales:", "  eu-1: {}")
            .settings();

    assertThat(settings.integrations())
        .extracting(IntegrationSettings::name)
        .containsExactly("default", "sales", "eu-1");
    IntegrationSettings sales = named(settings, "sales");
    assertThat(sales.axp()).isEqualTo(settings.axp());
    assertThat(sales.allowedOrigins()).containsExactly("https://www.example.com");
    assertThat(sales.identity()).isEqualTo(settings.identity());
    assertThat(sales.limits()).isEqualTo(settings.limits());
  }

  @Test
  void reuseIsEachOnesOwnBusinessAndTheRoomForItEverybodys() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "tokens: { reuse: true, reuseWhileLeft: 40%, reuseMaxUsers: 7 }",
                "integrations:",
                "  sales: { tokens: { reuse: false } }",
                "  shop: { tokens: { reuseWhileLeft: 75% } }")
            .settings();

    assertThat(settings.integrations())
        .extracting(IntegrationSettings::tokens)
        .containsExactly(
            new TokenSettings(true, 40, 7),
            new TokenSettings(false, 40, 7),
            new TokenSettings(true, 75, 7));
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations: { sales: { tokens: { reuseMaxUsers: 7 } } }")
                .problem())
        .contains("integrations.sales.tokens.reuseMaxUsers is not a setting of an integration");
  }

  @Test
  void aNamedOneHasSettingsOfItsOwn() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "integrations:",
                "  sales:",
                "    platform: infinity",
                "    hostName: core.example.com",
                "    accountId: XYZABC",
                "    integrationId: " + OTHER_ID,
                "    clientId: other",
                "    clientSecret: s3cr3t-other",
                "    appKey: ''",
                "    callingRemoteAddress: '+49'",
                "    allowedOrigins: [https://sales.example.com]",
                "    limits: { perUser: 1/h, burst: 3 }",
                "    identity: { modes: [claimed] }")
            .settings();

    IntegrationSettings sales = named(settings, "sales");
    assertThat(sales.axp().platform()).isEqualTo(Platform.INFINITY);
    assertThat(sales.axp().baseUri()).hasToString("https://core.example.com");
    assertThat(sales.axp().accountId()).isEqualTo("XYZABC");
    assertThat(sales.axp().integrationId()).isEqualTo(OTHER_ID);
    assertThat(sales.axp().clientSecret().reveal()).isEqualTo("s3cr3t-other");
    assertThat(sales.axp().appKey()).isEmpty();
    assertThat(sales.axp().callingRemoteAddress()).isEqualTo("+49");
    assertThat(sales.axp().jwtValidityInterval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(sales.allowedOrigins()).containsExactly("https://sales.example.com");
    assertThat(sales.limits().perUser().period()).isEqualTo(Duration.ofHours(1));
    assertThat(sales.limits().perAddress()).isEqualTo(settings.limits().perAddress());
    assertThat(settings.axp().platform()).isEqualTo(Platform.AXP);
    assertThat(settings.axp().clientSecret().reveal()).isEqualTo(Configuration.SECRET);
  }

  @Test
  void variablesAndCommandLineReachTheIntegrationsOfTheFile() {
    Settings settings =
        Configuration.minimal()
            .file(folder, "integrations: { sales: { clientId: file }, eu-1: {} }")
            .environment("INTEGRATIONS_SALES_CLIENT_ID", "environment")
            .environment("INTEGRATIONS_EU_1_CLIENT_SECRET", "s3cr3t-eu")
            .environment("INTEGRATIONS_EU_1_LIMITS_PER_ADDRESS", "3/s")
            .override("integrations.eu-1.jwtValidityInterval", "15")
            .settings();

    assertThat(named(settings, "sales").axp().clientId()).isEqualTo("environment");
    IntegrationSettings eu = named(settings, "eu-1");
    assertThat(eu.axp().clientSecret().reveal()).isEqualTo("s3cr3t-eu");
    assertThat(eu.limits().perAddress().requests()).isEqualTo(3);
    assertThat(eu.axp().jwtValidityInterval()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void withoutAnIntegrationIdTheSectionAxpIsOnlyInherited() {
    Settings settings =
        Configuration.none()
            .environment("AXP_HOST_NAME", "na.api.avayacloud.com")
            .environment("AXP_ACCOUNT_ID", "ABCDEF")
            .environment("AXP_APP_KEY", "app-key")
            .file(
                folder,
                "integrations:",
                "  sales: &own { integrationId: %s, clientId: a, clientSecret: s3cr3t-a }"
                    .formatted(OTHER_ID),
                "  support: *own")
            .settings();

    assertThat(settings.integrations())
        .extracting(IntegrationSettings::name)
        .containsExactly("sales", "support");
    assertThat(settings.axp().appKey()).isEqualTo("app-key");
  }

  @Test
  void allProblemsOfAllIntegrationsAreToldAtOnceByTheirFullKeys() {
    List<String> problems =
        Configuration.minimal()
            .file(
                folder,
                "integrations:",
                "  sales: { clientSecret: <Client Secret>, hostNam: x, jwtValidityInterval: 5 }",
                "  support: { appKey: '', limits: { perUser: many }, identity: { mode: [x] } }",
                "  third: { axp: { clientId: x }, clientId: }")
            .problems();

    assertThat(problems)
        .anyMatch(p -> p.startsWith("integrations.sales.clientSecret is still a placeholder"))
        .anyMatch(p -> p.contains("did you mean integrations.sales.hostName?"))
        .anyMatch(p -> p.startsWith("integrations.sales.jwtValidityInterval must be a whole"))
        .anyMatch(p ->
            p.startsWith(
                "integrations.support.appKey is required: set it there, or as"
                    + " INTEGRATIONS_SUPPORT_APP_KEY in the environment, or axp.appKey for all"))
        .anyMatch(p -> p.startsWith("integrations.support.limits.perUser must be a rate"))
        .anyMatch(p -> p.contains("did you mean integrations.support.identity.modes?"))
        .anyMatch(p -> p.startsWith("integrations.third.axp is not a setting of an integration"))
        .anyMatch(p -> p.startsWith("integrations.third.clientId has no value"))
        .hasSize(8);
  }

  @Test
  void whatIsMissingForEachIsToldForEach() {
    List<String> problems =
        Configuration.minimal()
            .without("AXP_INTEGRATION_ID")
            .without("AXP_CLIENT_SECRET")
            .file(folder, "integrations:", "  a: { integrationId: %s }".formatted(OTHER_ID), "  b:")
            .problems();

    assertThat(problems)
        .hasSize(3)
        .anyMatch(p -> p.startsWith("integrations.a.clientSecret is required"))
        .anyMatch(p -> p.startsWith("integrations.b.clientSecret is required"))
        .anyMatch(p -> p.startsWith("integrations.b.integrationId is required"));
  }

  @Test
  void anInheritedFaultIsToldOnce() {
    assertThat(
            Configuration.minimal()
                .environment("AXP_CLIENT_SECRET", "<secret>")
                .without("AXP_APP_KEY")
                .file(folder, "integrations: { a: {}, b: {} }")
                .problems())
        .hasSize(2);
  }

  @Test
  void theOlderChatSdkNeedsADefaultIntegration() {
    assertThat(
            Configuration.minimal()
                .without("AXP_INTEGRATION_ID")
                .environment("SERVER_CHAT_SDK_ENDPOINT", "true")
                .file(folder, "integrations: { a: { integrationId: %s } }".formatted(OTHER_ID))
                .problem())
        .startsWith("server.chatSdkEndpoint must be false")
        .contains("axp.integrationId");
  }

  @Test
  void aFaultOfTheServerIsToldOnceWhateverIntegrationMinds() {
    Problems problems = new Problems();
    Scope top =
        Scope.top(
            new Values(),
            new RawValues(ServerSchema.SCHEMA.catalogue().overlay(), Map.of()),
            problems,
            List.of());

    for (String name : List.of("a", "b")) {
      top.named(name, new Values()).problem(ServerSection.TRUSTED_PROXIES, "must be named");
      top.named(name, new Values()).problem(AxpSection.CLIENT_ID, "must be nice");
    }

    assertThat(problems.list().stream().map(ConfigProblem::key))
        .containsExactly(
            "server.trustedProxies", "integrations.a.clientId", "integrations.b.clientId");
  }

  @Test
  void warningsNameTheIntegration() {
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations:", "  sales: { platform: infinity, authPath: legacy }")
                .valid()
                .effective()
                .warnings())
        .containsExactly(
            "integrations.sales.authPath is not used with integrations.sales.platform infinity: it"
                + " has but one.");
  }

  @Test
  void whatAnIntegrationSetsIsShownWithoutItsSecrets() {
    EffectiveSettings effective =
        Configuration.minimal()
            .file(folder, "integrations: { sales: { clientSecret: s3cr3t-a, clientId: me } }")
            .valid()
            .effective();

    assertThat(effective.entries().toString())
        .contains("integrations.sales.clientSecret = [REDACTED]")
        .contains("integrations.sales.clientId = me")
        .doesNotContain("s3cr3t");
    assertThat(effective.openSecrets()).containsExactly("integrations.sales.clientSecret");
  }

  @Test
  void thousandsOfIntegrationsAreRead() {
    String all =
        IntStream.range(0, 2000)
            .mapToObj(i -> "  i%d: { clientId: c%d }".formatted(i, i))
            .collect(joining("\n"));

    assertThat(Configuration.minimal().file(folder, "integrations:", all).settings().integrations())
        .hasSize(2001);
  }

  private static IntegrationSettings named(Settings settings, String name) {
    return Objects.requireNonNull(
        settings.integrations().stream()
            .filter(integration -> integration.name().equals(name))
            .findFirst()
            .orElse(null));
  }
}
