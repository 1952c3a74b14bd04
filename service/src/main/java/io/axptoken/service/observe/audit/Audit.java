package io.axptoken.service.observe.audit;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.observe.log.LogNames;
import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The record of decisions: who was given something, and who was not. It has a logger of its own,
 * {@code audit}, so that it does not depend on the log's level. Safe for use by many threads; it
 * waits for nothing.
 */
public final class Audit implements AutoCloseable {
  public static final String LOGGER = LogNames.AUDIT;

  private static final Logger LOG = Logger.getLogger(LOGGER);
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final int MAX_FEW = 100;
  private static final int MAX_MANY = 1_000;

  private final boolean enabled;
  private final AuditPrivacy privacy;
  private final Throttle few;
  private final Throttle many;

  /** An audit that measures storms by this ticker. */
  public Audit(AuditSettings settings, Ticker ticker) {
    this.enabled = settings.enabled();
    this.privacy = new AuditPrivacy(settings);
    this.few = new Throttle(MAX_FEW, PERIOD, ticker);
    this.many = new Throttle(MAX_MANY, PERIOD, ticker);
    // A logger without a level would take the root's, and be silent with that at WARN.
    LOG.setLevel(Level.INFO);
  }

  /** Whether anybody wants to know. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Writes the event, or counts it in a storm of like ones. */
  public void record(AuditRecord event) {
    if (!enabled) {
      return;
    }
    int before =
        switch (event.weight()) {
          case ALL -> 0;
          case MANY -> many.admit();
          case FEW -> few.admit(event.source());
        };
    if (before != Throttle.LEFT_OUT) {
      write("{0}", new AuditEntry(event, privacy, before));
    }
  }

  /** Says what is still counted. */
  @Override
  public void close() {
    int notWritten = few.takeLeftOut() + many.takeLeftOut();
    if (notWritten > 0) {
      write("notWritten={0}", notWritten);
    }
  }

  private static void write(String message, Object parameter) {
    LogRecord entry = new LogRecord(Level.INFO, message);
    entry.setLoggerName(LOGGER);
    entry.setParameters(new Object[] {parameter});
    LOG.log(entry);
  }
}
