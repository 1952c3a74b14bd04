package io.axptoken.service.observe.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.observe.health.LogHealth;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.450Z");

  private final Blocked output = new Blocked();

  private final LogLoss loss = new LogLoss(() -> NOW);
  private final LineHandler handler = new LineHandler(output, new TextLine(), loss);

  @AfterEach
  void close() {
    output.open.countDown();
    handler.close();
  }

  private void publish(Level level, String logger, String message) {
    LogRecord entry = new LogRecord(level, message);
    entry.setLoggerName(logger);
    handler.publish(entry);
  }

  private List<String> written() {
    handler.flush();
    return output.bytes.toString(StandardCharsets.UTF_8).lines().map(l -> l.substring(25)).toList();
  }

  private static String name(int i) {
    return "line " + i;
  }

  @Test
  void linesComeInTheirOrder() {
    output.open.countDown();
    IntStream.range(0, 5_000).forEach(i -> publish(Level.INFO, "x", name(i)));

    assertThat(written())
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(i -> "INFO  x: " + name(i)).toList());
  }

  @Test
  void anOutputThatBlocksStopsNobodyAndWarningsAndTheAuditOutliveTheRest() throws Exception {
    publish(Level.WARNING, "x", "the first");
    output.reached.await();
    IntStream.range(0, 20_000).forEach(i -> publish(Level.INFO, "x", name(i)));
    publish(Level.INFO, LogNames.AUDIT, "a decision");
    publish(Level.WARNING, "x", "a warning");
    IntStream.range(0, 20_000).forEach(i -> publish(Level.WARNING, "x", name(i)));
    assertThat(output.bytes.size()).isZero();
    assertThat(LogHealth.of(loss).well()).isFalse();
    assertThat(Objects.requireNonNull(loss.totals().get("server")).sum())
        .isEqualTo(40_002 - LineQueue.CAPACITY);

    output.open.countDown();
    List<String> lines = written();
    assertThat(LogHealth.of(loss).well()).isTrue();
    assertThat(lines).hasSize(2 + LineQueue.CAPACITY);
    assertThat(lines.get(1))
        .isEqualTo(
            "WARN  LineHandler: "
                + (40_002 - LineQueue.CAPACITY)
                + " log lines were lost (server "
                + (40_002 - LineQueue.CAPACITY)
                + ") since 2026-03-01T10:20:30.450Z: the output did not take them.");
    assertThat(lines.subList(2, lines.size()))
        .contains("INFO  x: line 0", "INFO  audit: a decision", "WARN  x: a warning")
        .filteredOn(line -> line.startsWith("INFO  x"))
        .hasSize(LineQueue.FOR_ALL);
  }

  @Test
  void whatCannotBePrintedCostsNoOtherLine() {
    output.open.countDown();
    handler.setErrorManager(
        new ErrorManager() {
          @Override
          public void error(String message, Exception cause, int code) {}
        });
    LogRecord broken = new LogRecord(Level.INFO, "{0}");
    broken.setParameters(
        new Object[] {
          new Object() {
            @Override
            public String toString() {
              throw new IllegalStateException();
            }
          }
        });
    handler.publish(broken);
    publish(Level.INFO, "x", "the next");

    assertThat(written()).containsExactly("INFO  x: the next");
  }

  @Test
  void theEndDoesNotWaitForAnOutputThatBlocks() throws Exception {
    publish(Level.INFO, "x", "lost");
    output.reached.await();

    handler.close();

    assertThat(output.bytes.size()).isZero();
  }

  @Test
  void whatTheEndDoesNotWaitForIsLost() throws Exception {
    publish(Level.INFO, "x", "in the middle of being written");
    output.reached.await();
    publish(Level.INFO, LogNames.AUDIT, "a decision");
    publish(Level.INFO, LogNames.ACCESS, "a request");

    handler.close();

    assertThat(Objects.requireNonNull(loss.totals().get("audit")).sum()).isEqualTo(1);
    assertThat(Objects.requireNonNull(loss.totals().get("access")).sum()).isEqualTo(1);
    assertThat(Objects.requireNonNull(loss.totals().get("server")).sum()).isZero();
  }

  /** An output that takes nothing until it is opened. */
  private static final class Blocked extends OutputStream {
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) {
      reached.countDown();
      try {
        open.await();
        bytes.write(data, offset, length);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
