package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main road: a user comes in, a token goes out, as the reference answers it. */
class TokenEndpointTest {
  private static AxpSandbox sandbox;
  private static TestServer server;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    server = TestServer.start(sandbox);
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.journal().clear();
  }

  @Test
  void aUserIdIsAnsweredWithTheReferencesKeysInItsOrderAndTheExpiry() throws Exception {
    HttpResponse<String> answer = server.postToken("{\"userId\":\"u1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.body())
        .matches(
            "\\{\"jwtToken\":\"jwt\\.[^\"]+\",\"axpIntegrationId\":\"[^\"]+\","
                + "\"axpHostName\":\"[^\"]+\",\"fcmConnectorBaseUrl\":\"\",\"configId\":\"\","
                + "\"appKey\":\"[^\"]+\",\"callingRemoteAddress\":\"\","
                + "\"expiresAt\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"}");
  }

  @Test
  void theAccessTokenIsFetchedOnceForManyUsers() throws Exception {
    server.postToken("{\"userId\":\"first\"}");
    sandbox.journal().clear();

    server.postToken("{\"userId\":\"second\"}");
    server.postToken("{\"userId\":\"third\"}");

    assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isZero();
    assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(2);
  }
}
