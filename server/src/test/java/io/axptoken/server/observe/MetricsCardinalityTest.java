package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.WholeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever callers make up, there are no more series than before, and nothing of it in them. */
@Tag("slow")
class MetricsCardinalityTest {
  private static final int MANY = 10_000;
  private static final int ON_A_CONNECTION = 500;
  private static final String ISSUED =
      "axp_tokens_issued_total{identity=\"claimed\",integration=\"default\"}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(settings -> settings.allowedOrigins("https://www.example.com"));

  @Test
  void tenThousandOfEverythingMakeNoSeries() throws Exception {
    exchange(0);
    Set<String> before = series();

    IntStream.range(1, MANY / ON_A_CONNECTION).parallel().forEach(i -> exchange(i));

    Scrape after = Scrape.of(SERVER.http());
    assertThat(series()).isEqualTo(before);
    assertThat(after.text()).doesNotContain("cust0mer", "evil", "192.0.2", "zz");
    assertThat(after.value(ISSUED)).isEqualTo(MANY * 6 / 10);
  }

  /** Those of this server; the JVM's own may come with what it does. */
  private static Set<String> series() throws Exception {
    Set<String> series = Scrape.of(SERVER.http()).series().keySet();
    series.removeIf(name -> name.startsWith("jvm_"));
    return series;
  }

  private static void exchange(int connection) {
    int first = connection * ON_A_CONNECTION;
    try (RawClient client = SERVER.http().connect()) {
      for (int i = first; i < first + ON_A_CONNECTION; i++) {
        assertThat(client.send(request(i)).answer()).startsWith("HTTP/1.1 ");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ten different kinds, each with something new in it; six get a token. */
  private static String request(int i) {
    String user = "{\"userId\":\"cust0mer-" + i + "\"}";
    return switch (i % 10) {
      case 0 -> RawClient.head("GET /zz-" + i + " HTTP/1.1", "Host: test");
      case 1 -> RawClient.head("GET /integrations/zz-" + i + "/token HTTP/1.1", "Host: test");
      case 2 -> RawClient.head("ZZ" + i + " /token HTTP/1.1", "Host: test");
      case 3 -> RawClient.tokenRequest("Origin: https://evil-" + i + ".example.com\r\n", user);
      case 4 -> RawClient.tokenRequest("X-Forwarded-For: 192.0.2." + i % 256 + "\r\n", user);
      case 5 -> RawClient.tokenRequest("X-Request-Id: zz-" + i + "\r\n", user);
      case 6 -> RawClient.tokenRequest("User-Agent: zz-" + i + "\r\n", user);
      case 7 -> RawClient.tokenRequest("traceparent: zz-" + i + "\r\n", user);
      default -> RawClient.tokenRequest("", user);
    };
  }
}
