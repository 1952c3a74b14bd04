package io.axptoken.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.EndUser;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.axptoken.sandbox.tls.HttpsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Trust by one of Spring Boot's SSL bundles. */
class SslBundleTest {
  private static final EndUser CUSTOMER = EndUser.withId("cust0mer-1");

  @RegisterExtension
  static final AxpSandboxExtension SANDBOX =
      AxpSandboxExtension.with(
          SandboxOptions.defaults().withHttps(HttpsOptions.defaults().withPort(0)));

  @Test
  void aBundleSaysWhomToTrust(AxpSandbox sandbox) {
    overHttps(sandbox)
        .withPropertyValues(
            "axp.ssl-bundle=platform",
            "spring.ssl.bundle.pem.platform.truststore.certificate="
                + sandbox.authorityCertificate().orElseThrow())
        .run(application ->
            assertThat(application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER).value())
                .startsWith("jwt."));
  }

  @Test
  void withoutABundleTheSandboxesAuthorityIsUnknown(AxpSandbox sandbox) {
    overHttps(sandbox)
        .run(application ->
            assertThatThrownBy(
                    () -> application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER))
                .hasMessageContaining("tls failed"));
  }

  @Test
  void aBundleThatIsNotThereIsNamed(AxpSandbox sandbox) {
    overHttps(sandbox)
        .withPropertyValues("axp.ssl-bundle=other")
        .run(application ->
            assertThat(application.getStartupFailure())
                .rootCause()
                .hasMessage(
                    "axp.ssl-bundle: there is no SSL bundle other below spring.ssl.bundle"));
  }

  private static ApplicationContextRunner overHttps(AxpSandbox sandbox) {
    return Applications.of(sandbox)
        .withPropertyValues("axp.base-uri=" + sandbox.httpsUri().orElseThrow());
  }
}
