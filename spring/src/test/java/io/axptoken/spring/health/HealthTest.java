package io.axptoken.spring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axptoken.client.EndUser;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.axptoken.spring.Applications;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** The health indicator {@code axp}. */
@WithAxpSandbox
class HealthTest {
  private static final EndUser CUSTOMER = EndUser.withId("cust0mer-1");

  @Test
  void isUpBeforeTheFirstTokenAndMakesNoCall(AxpSandbox sandbox) {
    Applications.of(sandbox)
        .run(application -> {
          Health health = application.getBean(HealthIndicator.class).health();
          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(health.getDetails()).containsOnlyKeys("default");
          assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isZero();
        });
  }

  @Test
  void isDownWhenCredentialsAreRejectedAndSaysWhyWithoutThem(AxpSandbox sandbox) {
    Applications.of(sandbox)
        .withPropertyValues("axp.client-secret=wrong-s3cr3t")
        .run(application -> {
          fail(application.getBean(TokenPlatform.class));
          Health health = application.getBean(HealthIndicator.class).health();
          assertThat(health.getStatus()).isEqualTo(Status.DOWN);
          assertThat(health.getDetails().toString())
              .contains("lastFailure=rejected-credentials")
              .doesNotContain("s3cr3t");
        });
  }

  @Test
  void isUpAgainWithTheNextToken(AxpSandbox sandbox) {
    Applications.of(sandbox)
        .withPropertyValues("axp.retries=0")
        .run(application -> {
          TokenPlatform platform = application.getBean(TokenPlatform.class);
          sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.status(500));
          fail(platform);
          HealthIndicator indicator = application.getBean(HealthIndicator.class);
          assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
          platform.issueAndWait(CUSTOMER);
          assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        });
  }

  @Test
  void canBeSwitchedOff(AxpSandbox sandbox) {
    Applications.of(sandbox)
        .withPropertyValues("management.health.axp.enabled=false")
        .run(application -> assertThat(application).doesNotHaveBean(HealthIndicator.class));
  }

  private static void fail(TokenPlatform platform) {
    assertThat(catchThrowable(() -> platform.issueAndWait(CUSTOMER))).isNotNull();
  }
}
