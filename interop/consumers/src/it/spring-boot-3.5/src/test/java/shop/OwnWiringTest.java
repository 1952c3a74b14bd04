package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.axptoken.spring.TokenPlatforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sandbox as an extension of JUnit alone, its values handed to Spring by hand. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class OwnWiringTest {
  @RegisterExtension static final AxpSandboxExtension SANDBOX = new AxpSandboxExtension();

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry properties) {
    var account = SANDBOX.sandbox().account();
    properties.add("axp.base-uri", SANDBOX.sandbox()::baseUri);
    properties.add("axp.account-id", account::accountId);
    properties.add("axp.client-id", account::clientId);
    properties.add("axp.client-secret", account::clientSecret);
    properties.add("axp.app-key", account::appKey);
    properties.add("axp.integrations.sales.integration-id", account::integrationId);
  }

  @Autowired TokenPlatforms platforms;

  @Test
  void theSandboxGivesTokens() {
    assertThat(platforms.get("sales").issueAndWait(EndUser.withId("u-1")).value())
        .startsWith("jwt.");
  }
}
