package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.idp.SandboxUser;
import io.axptoken.spring.test.AutoConfigureAxpSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The shop with the sandbox in the platform's and the identity provider's place. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureAxpSandbox
class ShopTest {
  @Autowired AxpSandbox sandbox;

  @Value("${local.server.port}")
  int port;

  @Test
  void whoIsSignedInGetsATokenForThemselves() throws Exception {
    HttpResponse<String> answer = post(signedIn());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"jwtToken\":\"jwt.").contains("\"expiresAt\":\"");
    assertThat(sandbox.journal().calls(Endpoint.END_USER_TOKEN))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains(SandboxUser.FIRST.subject()));
  }

  @Test
  void whoIsNotSignedInGetsNone() throws Exception {
    assertThat(post("nonsense").statusCode()).isEqualTo(401);
    assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isZero();
  }

  @Test
  void aPlatformInTroubleIsAProblemThatSaysWhenToComeBack() throws Exception {
    sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(429));
    HttpResponse<String> answer = post(signedIn());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("\"code\":\"busy\"");
  }

  @Test
  void healthAndMetricsAreToldByTheActuator() throws Exception {
    post(signedIn());

    assertThat(get("/actuator/health").body()).contains("\"axp\":{").contains("circuitBreaker");
    assertThat(get("/actuator/metrics/axp.tokens").body()).contains("issued");
    assertThat(get("/actuator/metrics/axp.token").body()).contains("axp.integration");
  }

  /** A token as clients of this shop have it from the identity provider. */
  private String signedIn() {
    return sandbox.identityProvider().tokenFor(SandboxUser.FIRST).type("JWT").sign();
  }

  private HttpResponse<String> post(String bearer) throws Exception {
    return send(to("/token", bearer).POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(to(path, signedIn()));
  }

  private HttpRequest.Builder to(String path, String bearer) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + bearer);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
