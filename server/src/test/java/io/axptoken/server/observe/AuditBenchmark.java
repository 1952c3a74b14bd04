package io.axptoken.server.observe;

import io.axptoken.server.observe.AuditEvent.Outcome;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.audit.AuditEntry;
import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.log.TextLine;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A line of the audit log, from the event to the text. */
@State(Scope.Thread)
public class AuditBenchmark {
  private final AuditPrivacy privacy =
      new AuditPrivacy(
          new AuditSettings(
              true,
              AuditSettings.Addresses.NETWORK,
              Secret.of("s3cr3t-of-thirty-two-bytes-12345")));
  private final AuditEvent event =
      new AuditEvent(
          Outcome.ISSUED,
          false,
          null,
          "default",
          "claimed",
          "user-000001",
          "192.0.2.1",
          "0123456789abcdef",
          200,
          Duration.ofNanos(1_234_567));
  private final TextLine line = new TextLine();

  /** What the event loop does of it: the record, without the queue. */
  @Benchmark
  public LogRecord entry() {
    LogRecord entry = new LogRecord(Level.INFO, "{0}");
    entry.setLoggerName(Audit.LOGGER);
    entry.setParameters(new Object[] {new AuditEntry(event, privacy, 0)});
    return entry;
  }

  /** The above and what the log's thread does, the keyed hash of the user included. */
  @Benchmark
  public String textLine() {
    return line.format(entry());
  }
}
