package io.axptoken.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds {@link AutoConfigureAxpSandbox} on test classes; Spring finds it by its file of factories.
 */
final class SandboxCustomizerFactory implements ContextCustomizerFactory {
  SandboxCustomizerFactory() {}

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    AutoConfigureAxpSandbox wanted =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureAxpSandbox.class);
    return wanted == null ? null : new SandboxCustomizer(wanted.signIn());
  }
}
