package io.axptoken.spring.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Answers in place of tokens, in web applications of both kinds. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(name = "org.springframework.http.ProblemDetail")
@ConditionalOnProperty(
    name = "axp.problem-details.enabled",
    havingValue = "true",
    matchIfMissing = true)
public class AxpProblemAutoConfiguration {
  /** Made by Spring. */
  public AxpProblemAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  PlatformProblems axpPlatformProblems() {
    return new PlatformProblems();
  }
}
