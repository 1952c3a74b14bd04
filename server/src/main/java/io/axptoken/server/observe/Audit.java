package io.axptoken.server.observe;

import io.axptoken.server.config.AuditSettings;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The record of decisions: who was given a token, and who was not. It has a logger of its own,
 * {@code audit}, so that it does not depend on the log's level. Safe for use by many threads; it
 * waits for nothing.
 */
public final class Audit implements AutoCloseable {
  static final String LOGGER = "audit";

  private static final Logger LOG = Logger.getLogger(LOGGER);
  private static final int MAX_LIMITED = 100;
  private static final int MAX_REFUSED = 1_000;

  private final boolean enabled;
  private final AuditPrivacy privacy;
  private final Storm limited;
  private final Storm refused;

  /** An audit that measures storms by this clock. */
  public Audit(AuditSettings settings, InstantSource clock) {
    this.enabled = settings.enabled();
    this.privacy = new AuditPrivacy(settings);
    this.limited = new Storm(MAX_LIMITED, true, clock);
    this.refused = new Storm(MAX_REFUSED, false, clock);
    // A logger without a level would take the root's, and be silent with that at WARN.
    LOG.setLevel(Level.INFO);
  }

  /** Whether anybody wants to know. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Writes the event, or counts it in a storm of like ones. */
  public void record(AuditEvent event) {
    if (!enabled) {
      return;
    }
    int before =
        switch (event.outcome()) {
          case ISSUED, SIGNED_OUT -> 0;
          case REFUSED -> refused.admit("");
          case LIMITED -> limited.admit(event.integration() + ' ' + event.address());
        };
    if (before != Storm.LEFT_OUT) {
      write("{0}", new AuditEntry(event, privacy, before));
    }
  }

  /** Says what is still counted. */
  @Override
  public void close() {
    int notWritten = limited.takeLeftOut() + refused.takeLeftOut();
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
