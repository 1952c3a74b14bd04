package io.axptoken.spring.test;

import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.Secret;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.spring.IntegrationProperties.Platform;
import io.axptoken.spring.PlatformConfigCustomizer;
import org.springframework.core.Ordered;

/**
 * Leads integrations to a sandbox, as its account for their platform.
 *
 * @param sandbox where they are led
 */
record SandboxedIntegrations(AxpSandbox sandbox) implements PlatformConfigCustomizer, Ordered {
  @Override
  public void customize(String integration, Platform platform, PlatformConfigBuilder config) {
    SandboxAccount account =
        platform == Platform.INFINITY ? sandbox.infinityAccount() : sandbox.account();
    config
        .baseUri(sandbox.baseUri())
        .accountId(account.accountId())
        .integrationId(account.integrationId())
        .clientId(account.clientId())
        .clientSecret(Secret.of(account.clientSecret()))
        .appKey(account.appKey().isEmpty() ? null : account.appKey());
  }

  /** After those of the application, whose word is about real accounts. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
