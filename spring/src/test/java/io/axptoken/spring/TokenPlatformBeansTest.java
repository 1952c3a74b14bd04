package io.axptoken.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenOutcome;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/** Which token platforms an application has, and that they give tokens. */
@WithAxpSandbox
class TokenPlatformBeansTest {
  private static final EndUser CUSTOMER = EndUser.withId("cust0mer-1");

  @TempDir Path folder = Path.of("");

  @Test
  void oneIntegrationIsOneBeanThatGivesTokens(AxpSandbox sandbox) {
    Applications.of(sandbox)
        .run(application -> {
          EndUserToken token = application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER);
          assertThat(token.value()).startsWith("jwt.");
          assertThat(application.getBean(TokenPlatforms.class).asMap()).containsOnlyKeys("default");
        });
  }

  @Test
  void severalIntegrationsAreToldApartByTheirNamesAndShareWhatStandsAroundThem(AxpSandbox sandbox) {
    several(sandbox)
        .withPropertyValues("axp.primary=sales")
        .withUserConfiguration(TwoWays.class)
        .run(application -> {
          TwoWays.Both both = application.getBean(TwoWays.Both.class);
          assertThat(both.sales.issueAndWait(CUSTOMER).value()).startsWith("jwt.");
          assertThat(both.bot.issueAndWait(CUSTOMER).value()).isNotEmpty();
          assertThat(application.getBean(TokenPlatform.class)).isSameAs(both.sales);
          assertThat(application.getBean(TokenPlatforms.class).get("bot")).isSameAs(both.bot);
          assertThatThrownBy(() -> application.getBean(TokenPlatforms.class).get("other"))
              .hasMessageContaining("[sales, support, bot]");
        });
  }

  @Test
  void integrationsOfOneAccountFetchOneAccessToken(AxpSandbox sandbox) {
    several(sandbox)
        .run(application -> {
          TokenPlatforms platforms = application.getBean(TokenPlatforms.class);
          platforms.get("sales").issueAndWait(CUSTOMER);
          platforms.get("support").issueAndWait(CUSTOMER);
          assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);
        });
  }

  @Test
  void everythingThatIsMissingIsNamedAtTheStart() {
    Applications.empty()
        .run(application -> {
          Throwable failure = application.getStartupFailure();
          assertThat(failure).isNotNull();
          Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
          assertThat(cause)
              .isInstanceOf(AxpConfigurationException.class)
              .hasMessageStartingWith("axp: ")
              .hasMessageContainingAll("accountId", "integrationId", "clientId", "clientSecret");
          assertThat(new AxpFailureAnalyzer().analyze(failure).getAction())
              .contains("axp.enabled=false");
        });
  }

  @Test
  void aPrimaryThatIsNotThereIsRefused(AxpSandbox sandbox) {
    several(sandbox)
        .withPropertyValues("axp.primary=marketing")
        .run(application ->
            assertThat(application.getStartupFailure())
                .hasMessageContaining("axp.primary: there is no integration marketing"));
  }

  @Test
  void switchedOffThereIsNone() {
    Applications.empty()
        .withPropertyValues("axp.enabled=false")
        .run(application -> assertThat(application).doesNotHaveBean(TokenPlatform.class));
  }

  @Test
  void anApplicationsOwnPlatformTakesTheirPlace() {
    TokenPlatform own = new NoPlatform();
    Applications.empty()
        .withBean(TokenPlatform.class, () -> own)
        .run(application -> {
          assertThat(application).hasNotFailed().doesNotHaveBean(TokenPlatforms.class);
          assertThat(application.getBean(TokenPlatform.class)).isSameAs(own);
        });
  }

  @Test
  void theSecretIsReadFromItsFileAgainWhenItWasRotated(AxpSandbox sandbox) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "wrong-s3cr3t\n");
    Applications.of(sandbox)
        .withPropertyValues("axp.client-secret-file=" + file)
        .run(application -> {
          TokenPlatform platform = application.getBean(TokenPlatform.class);
          assertThatThrownBy(() -> platform.issueAndWait(CUSTOMER))
              .isInstanceOf(PlatformException.class);
          Files.writeString(file, sandbox.account().clientSecret() + "\n");
          await().ignoreExceptions().until(() -> platform.issueAndWait(CUSTOMER) != null);
        });
  }

  @Test
  void aCustomizerHasTheLastWordAndAListenerHears(AxpSandbox sandbox) {
    List<TokenOutcome> heard = new CopyOnWriteArrayList<>();
    PlatformListener listener =
        new PlatformListener() {
          @Override
          public void tokenEnded(TokenOutcome outcome) {
            heard.add(outcome);
          }
        };
    Applications.of(sandbox)
        .withPropertyValues("axp.client-secret=wrong-s3cr3t")
        .withBean(PlatformListener.class, () -> listener)
        .withBean(
            PlatformConfigCustomizer.class,
            () ->
                (name, platform, config) ->
                    config.clientSecret(Secret.of(sandbox.account().clientSecret())))
        .run(application -> {
          application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER);
          assertThat(heard).singleElement().matches(TokenOutcome::issued);
        });
  }

  @Test
  void platformsAreClosedWithTheirApplication(AxpSandbox sandbox) {
    TokenPlatform[] kept = new TokenPlatform[1];
    Applications.of(sandbox).run(application -> kept[0] = application.getBean(TokenPlatform.class));
    assertThatThrownBy(() -> kept[0].issueAndWait(CUSTOMER)).hasMessageContaining("closed");
  }

  private static ApplicationContextRunner several(AxpSandbox sandbox) {
    SandboxAccount infinity = sandbox.infinityAccount();
    String integration = sandbox.account().integrationId();
    return Applications.of(sandbox)
        .withPropertyValues(
            "axp.integrations.sales.integration-id=" + integration,
            "axp.integrations.support.integration-id=" + integration,
            "axp.integrations.support.token-lifetime=20m",
            "axp.integrations.bot.platform=infinity",
            "axp.integrations.bot.app-key=",
            "axp.integrations.bot.account-id=" + infinity.accountId(),
            "axp.integrations.bot.integration-id=" + infinity.integrationId(),
            "axp.integrations.bot.client-id=" + infinity.clientId(),
            "axp.integrations.bot.client-secret=" + infinity.clientSecret());
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoWays {
    record Both(TokenPlatform sales, TokenPlatform bot) {}

    @Bean
    Both both(@Qualifier("sales") TokenPlatform sales, @Qualifier("bot") TokenPlatform bot) {
      return new Both(sales, bot);
    }
  }
}
