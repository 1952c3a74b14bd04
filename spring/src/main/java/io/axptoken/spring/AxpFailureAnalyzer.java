package io.axptoken.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows wrong properties as Spring Boot shows its own: what is wrong and what to do. */
final class AxpFailureAnalyzer extends AbstractFailureAnalyzer<AxpConfigurationException> {
  AxpFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AxpConfigurationException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set the properties below axp, or axp.enabled=false where no tokens are needed. In tests,"
            + " @AutoConfigureAxpSandbox sets them.",
        cause);
  }
}
