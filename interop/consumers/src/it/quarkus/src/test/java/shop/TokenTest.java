package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The shop on Quarkus, whose Vert.x and Netty are not the sandbox's. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class TokenTest {
  @TestHTTPResource("/token/u-1")
  URI token;

  @Test
  void aUserGetsAToken() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(token).POST(BodyPublishers.noBody()).build(),
              BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().startsWith("jwt."));
    }
  }
}
