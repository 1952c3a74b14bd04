package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guests cost nothing to make, so their address limits them; each is a user besides. */
class GuestLimitTest {
  private static final Rate PLENTY = new Rate(1_000_000, Duration.ofMinutes(1));
  private static final Rate FEW = new Rate(2, Duration.ofHours(1));

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static TestServer server(Rate perAddress, Rate perUser) {
    return TestServer.start(
        SERVER.sandbox(),
        s ->
            s.allowedOrigins("https://shop.example")
                .limits(new LimitSettings(perAddress, perUser, 2))
                .identity(
                    """
                    identity:
                      modes: [guest]
                      guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                    """));
  }

  @Test
  void anAddressMakesOnlySoManyGuests() throws Exception {
    try (TestServer server = server(FEW, PLENTY)) {
      assertThat(server.get("/token").statusCode()).isEqualTo(200);
      assertThat(server.get("/token").statusCode()).isEqualTo(200);
      SERVER.sandbox().journal().clear();

      HttpResponse<String> answer = server.get("/token");
      ProblemAnswer.of(answer, 429, "too-many-requests");
      assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
      SERVER.assertNothingMinted();
    }
  }

  @Test
  void aGuestGetsOnlySoManyTokens() throws Exception {
    try (TestServer server = server(PLENTY, FEW)) {
      String cookie =
          server
              .get("/token")
              .headers()
              .firstValue("set-cookie")
              .orElseThrow()
              .replaceFirst(";.*", "");
      assertThat(again(server, cookie).statusCode()).isEqualTo(200);

      ProblemAnswer.of(again(server, cookie), 429, "too-many-requests");
      assertThat(server.get("/token").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> again(TestServer server, String cookie) throws Exception {
    return server.send(server.request("GET", "/token").header("cookie", cookie));
  }
}
