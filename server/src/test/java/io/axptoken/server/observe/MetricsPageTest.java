package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that Prometheus reads: where it stands, its formats, and that it can be taken away. */
class MetricsPageTest {
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String CLASSIC = "text/plain; version=0.0.4; charset=utf-8";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @Test
  void theProcessIsSeen() throws Exception {
    Scrape scrape = Scrape.of(SERVER.http());

    assertThat(scrape.names())
        .contains(
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "jvm_gc_memory_allocated_bytes_total",
            "process_cpu_usage",
            "process_uptime_seconds",
            "process_files_open_files");
    assertThat(scrape.value("process_files_open_files")).isPositive();
    assertThat(scrape.text()).contains("axp_build_info{version=\"");
    assertThat(scrape.types())
        .containsEntry("axp_tokens_issued_total", "counter")
        .containsEntry("axp_issue_seconds", "histogram")
        .containsEntry("axp_circuit_breaker_state", "gauge");
  }

  @ParameterizedTest
  @CsvSource({
    "application/openmetrics-text; version=1.0.0; charset=utf-8, application/openmetrics-text",
    "'application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.7',"
        + " application/openmetrics-text",
    "text/plain, text/plain",
    "*/*, text/plain",
    "'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited',"
        + " text/plain",
    "\u00fcnsinn, text/plain"
  })
  void theFormatIsWhatTheScraperAccepts(String accept, String mediaType) throws Exception {
    HttpResponse<String> answer =
        SERVER.http().send(HttpRequest.newBuilder(metrics()).header("accept", accept.strip()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(mediaType);
    assertThat(answer.body().endsWith("# EOF\n")).isEqualTo(mediaType.contains("openmetrics"));
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  private static URI metrics() {
    return URI.create(
        "http://127.0.0.1:" + SERVER.http().lifecycle().managementPort() + "/metrics?name[]=x");
  }

  @Test
  void whoSaysNothingGetsThePlainText() throws Exception {
    assertThat(SERVER.http().probe("/metrics").headers().firstValue("content-type"))
        .hasValue(CLASSIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/", "/integrations/default/metrics"})
  void thePublicPortHasNone(String path) throws Exception {
    assertThat(SERVER.http().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyWritesToThem() throws Exception {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(metrics()).POST(HttpRequest.BodyPublishers.noBody());

    assertThat(SERVER.http().send(post).statusCode()).isEqualTo(405);
  }

  @Test
  void theyCanBeSwitchedOff() throws Exception {
    try (TestServer silent = TestServer.start(SERVER.sandbox(), s -> s.metrics(false))) {
      assertThat(silent.postToken(USER).statusCode()).isEqualTo(200);
      assertThat(silent.probe("/metrics").statusCode()).isEqualTo(404);
      assertThat(silent.probe("/health").statusCode()).isEqualTo(200);
    }
  }
}
