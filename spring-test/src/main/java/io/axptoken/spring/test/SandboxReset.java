package io.axptoken.spring.test;

import io.axptoken.sandbox.AxpSandbox;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Has the sandbox as if just started before each test; Spring finds it by its file of factories.
 */
final class SandboxReset extends AbstractTestExecutionListener {
  SandboxReset() {}

  @Override
  public void beforeTestMethod(TestContext testContext) {
    if (testContext.hasApplicationContext()) {
      ApplicationContext context = testContext.getApplicationContext();
      context.getBeanProvider(AxpSandbox.class).ifAvailable(AxpSandbox::reset);
    }
  }
}
