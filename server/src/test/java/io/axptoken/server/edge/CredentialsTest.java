package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.WholeServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom CORS tells that it may send cookies. */
class CredentialsTest {
  private static final String SHOP = "https://shop.example";
  private static final String CREDENTIALS = "access-control-allow-credentials";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.allowedOrigins(SHOP)
              .identity(
                  """
                  identity:
                    modes: [guest]
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """));

  private static HttpResponse<String> send(String method, String path, String origin)
      throws Exception {
    return SERVER.http().send(SERVER.http().request(method, path).header("origin", origin));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/token,200",
    "POST,/token,200",
    "OPTIONS,/token,204",
    "GET,/config,200",
    "PUT,/token,405",
    "GET,/nothing,404"
  })
  void aListedOriginMay(String method, String path, int status) throws Exception {
    HttpResponse<String> answer = send(method, path, SHOP);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues(CREDENTIALS)).containsExactly("true");
    assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly(SHOP);
    assertThat(answer.headers().firstValue("vary").orElseThrow()).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "*", "https://shop.example.evil.example"})
  void nobodyElseMay(String origin) throws Exception {
    for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
      assertThat(send(method, "/token", origin).headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control"))
          .doesNotContain("set-cookie");
    }
    SERVER.assertNothingMinted();
  }
}
