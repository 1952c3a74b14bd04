package io.axptoken.spring;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.spring.health.AxpHealthAutoConfiguration;
import io.axptoken.spring.observe.AxpObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications with the starter and nothing else. */
public final class Applications {
  private Applications() {}

  /** Without a property. */
  public static ApplicationContextRunner empty() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                AxpAutoConfiguration.class,
                AxpHealthAutoConfiguration.class,
                AxpObservationAutoConfiguration.class,
                SslAutoConfiguration.class));
  }

  /** With the sandbox's first account. */
  public static ApplicationContextRunner of(AxpSandbox sandbox) {
    SandboxAccount account = sandbox.account();
    return empty()
        .withPropertyValues(
            "axp.base-uri=" + sandbox.baseUri(),
            "axp.account-id=" + account.accountId(),
            "axp.integration-id=" + account.integrationId(),
            "axp.client-id=" + account.clientId(),
            "axp.client-secret=" + account.clientSecret(),
            "axp.app-key=" + account.appKey());
  }
}
