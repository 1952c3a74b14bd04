package io.axptoken.service.observe.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.observe.health.LogHealth;
import io.axptoken.service.observe.health.PartHealth;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What becomes of log lines that the output refuses. */
@Timeout(30)
class LogLossTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.450Z");

  private final LogLoss loss = new LogLoss(() -> NOW);
  private final Disk disk = new Disk();

  private LineHandler handler(OutputStream output) {
    return new LineHandler(output, new TextLine(), loss);
  }

  private static void publish(LineHandler handler, String logger, String message) {
    LogRecord entry = new LogRecord(Level.INFO, message);
    entry.setLoggerName(logger);
    handler.publish(entry);
  }

  private Map<String, Long> totals() {
    return loss.totals().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }

  private static void publishEach(LineHandler handler) {
    publish(handler, LogNames.AUDIT, "a decision");
    publish(handler, LogNames.AUDIT, "another decision");
    publish(handler, LogNames.ACCESS, "a request");
    publish(handler, "x", "a line");
    handler.flush();
  }

  @Test
  void linesAreCountedByLogWhileTheDiskIsFullAndToldOfWhenItIsNot() {
    LineHandler handler = handler(disk);
    publish(handler, "x", "before");
    handler.flush();
    disk.room = 5;
    publishEach(handler);

    assertThat(totals()).isEqualTo(Map.of("audit", 2L, "access", 1L, "server", 1L));
    assertThat(LogHealth.of(loss).well()).isFalse();
    assertThat(LogHealth.of(loss).facts())
        .isEqualTo(
            Map.of(
                "since",
                "2026-03-01T10:20:30.450Z",
                "linesLost",
                Map.of("audit", 2L, "access", 1L, "server", 1L)));

    disk.room = Integer.MAX_VALUE;
    publish(handler, "x", "after");
    handler.flush();
    handler.close();

    assertThat(disk.lines()).hasSize(4).first().asString().endsWith("INFO  x: before");
    assertThat(disk.lines().get(1)).as("what there was room for").hasSize(5);
    assertThat(disk.lines().get(2))
        .endsWith(
            "WARN  LineHandler: 4 log lines were lost (audit 2, access 1, server 1)"
                + " since 2026-03-01T10:20:30.450Z: the output did not take them.");
    assertThat(disk.lines().get(3)).endsWith("INFO  x: after");
    assertThat(LogHealth.of(loss)).isEqualTo(new PartHealth(true, Map.of()));
    assertThat(totals()).as("goes on counting").containsEntry("audit", 2L);
  }

  @Test
  void thatItWorksAgainIsToldEvenIfThereIsNothingElseToTell() throws Exception {
    LineHandler handler = handler(disk);
    disk.room = 0;
    publishEach(handler);
    disk.room = Integer.MAX_VALUE;

    disk.written.await();
    handler.close();

    assertThat(disk.lines().getLast()).contains("4 log lines were lost");
  }

  @Test
  void ofManyLinesThoseCountThatWereNotWritten() {
    LineHandler handler = handler(disk);
    disk.room = 100_000;
    IntStream.range(0, 4_000).forEach(i -> publish(handler, "x", "line " + i + " ".repeat(50)));
    handler.flush();
    handler.close();

    long whole = disk.bytes.toString(StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
    assertThat(4_000 - requireNonNull(totals().get("server"))).isBetween(whole - 120, whole);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDeviceIsOneToo() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      LineHandler handler = handler(full);
      publishEach(handler);
      handler.close();
    }

    assertThat(totals()).isEqualTo(Map.of("audit", 2L, "access", 1L, "server", 1L));
  }

  @Test
  void whatIsLostWhileALossIsToldOfIsToldOfNext() {
    LogRecord entry = new LogRecord(Level.INFO, "x");
    loss.lost(entry);
    LogLoss.Account account = requireNonNull(loss.account());
    loss.lost(entry);

    loss.told(account);

    assertThat(loss.account())
        .hasToString(
            "1 log line was lost (server 1) since 2026-03-01T10:20:30.450Z: the output did not take them.");
    LongAdder total = requireNonNull(loss.totals().get("server"));
    assertThat(total.sum()).isEqualTo(2);
  }

  /** An output with so much room. */
  private static final class Disk extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch written = new CountDownLatch(1);
    private volatile int room = Integer.MAX_VALUE;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] data, int offset, int length) throws IOException {
      int fits = Math.min(room, length);
      bytes.write(data, offset, fits);
      room -= fits;
      if (fits < length) {
        throw new IOException("No space left on device");
      }
      written.countDown();
    }

    List<String> lines() {
      return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }
}
