package io.axptoken.spring.test;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.spring.PlatformConfigCustomizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts a sandbox into an application's context before anything of it is made.
 *
 * @param signIn whether the resource server trusts the sandbox's users
 */
record SandboxCustomizer(boolean signIn) implements ContextCustomizer {
  private static final String SANDBOX = "axpSandbox";
  private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
    AxpSandbox sandbox = AxpSandbox.start();
    context.getEnvironment().getPropertySources().addFirst(properties(sandbox));
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton(SANDBOX, sandbox);
    beans.registerDisposableBean(SANDBOX, sandbox::close);
    PlatformConfigCustomizer integrations = new SandboxedIntegrations(sandbox);
    beans.registerSingleton("axpSandboxedIntegrations", integrations);
  }

  private MapPropertySource properties(AxpSandbox sandbox) {
    String issuer = sandbox.identityProvider().issuer().toString();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("axp.sandbox.base-uri", sandbox.baseUri().toString());
    properties.put("axp.sandbox.issuer-uri", issuer);
    if (signIn) {
      properties.put(ISSUER, issuer);
    }
    return new MapPropertySource(SANDBOX, properties);
  }
}
