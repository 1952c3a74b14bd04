package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' guide lists the metrics that there are, with their labels. */
class MetricsDocsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([a-z`, _]*) ?\\| ");
  private static final Pattern SERIES = Pattern.compile("((?:axp|http)_[a-z_]+)(?:\\{(.*)})?");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
  private static final Pattern PART = Pattern.compile("(?<=_seconds)_(bucket|count|sum)$");

  @TempDir private Path folder;

  private static Map<String, Set<String>> documented() throws Exception {
    String page = Files.readString(Path.of("../docs/operations.md"));
    Map<String, Set<String>> metrics = new TreeMap<>();
    Matcher row = ROW.matcher(page.substring(page.indexOf("\n## Metrics")));
    while (row.find()) {
      Set<String> labels = new TreeSet<>();
      Pattern.compile("[a-z_]+")
          .matcher(row.group(2))
          .results()
          .forEach(m -> labels.add(m.group()));
      metrics.put(row.group(1), labels);
    }
    return metrics;
  }

  private static Map<String, Set<String>> shown(Scrape scrape) {
    Map<String, Set<String>> metrics = new TreeMap<>();
    for (String name : scrape.series().keySet()) {
      Matcher series = SERIES.matcher(name);
      if (series.matches()) {
        Set<String> labels = new TreeSet<>();
        String text = series.group(2) == null ? "" : series.group(2);
        LABEL.matcher(text).results().forEach(label -> labels.add(label.group(1)));
        labels.remove("le");
        metrics.put(PART.matcher(series.group(1)).replaceAll(""), labels);
      }
    }
    return metrics;
  }

  @Test
  void theTableIsWhatAScrapeShows() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity identity = pem.signedBy(pem.authority("Test CA"), Pem.KeyType.EC_P256);
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server =
            TestServer.start(
                sandbox, settings -> settings.https(identity.certificate(), identity.key()))) {
      // The access token is fetched in the background.
      sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, 1, Duration.ofSeconds(20));

      await().untilAsserted(() -> assertThat(shown(Scrape.of(server))).isEqualTo(documented()));
    }
  }
}
