package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.spring.test.AutoConfigureAxpSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A reactive shop with several integrations, with the sandbox in the platforms' place. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureAxpSandbox
class ShopTest {
  @Autowired WebTestClient client;
  @Autowired AxpSandbox sandbox;

  @ParameterizedTest
  @ValueSource(strings = {"sales", "support", "bot"})
  void everyIntegrationGivesTokens(String integration) {
    client.post().uri("/token/" + integration).exchange().expectStatus().isOk();
  }

  @Test
  void aPlatformInTroubleIsAProblemThatSaysWhenToComeBack() {
    sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(429));
    client
        .post()
        .uri("/token/sales")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("busy");
  }

  @Test
  void healthIsToldByTheActuator() {
    client
        .get()
        .uri("/actuator/health")
        .exchange()
        .expectBody()
        .jsonPath("$.components.axp.details.support.circuitBreaker")
        .isEqualTo("closed");
    assertThat(sandbox.journal().calls()).isEmpty();
  }
}
