package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
class ConcurrencyTest {
  private static final int CALLERS = 1000;

  @Test
  void aThousandFirstRequestsNeedOneAccessToken() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server = TestServer.start(sandbox)) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i -> server.sendAsync(server.tokenRequest("{\"userId\":\"user-" + i + "\"}")))
              .toList();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
      assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);
      assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(CALLERS);
      assertThat(answers.stream().map(answer -> answer.join().body()).distinct()).hasSize(CALLERS);
    }
  }
}
