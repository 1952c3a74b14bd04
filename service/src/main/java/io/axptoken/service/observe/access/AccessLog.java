package io.axptoken.service.observe.access;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.LogNames;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A line for each request. It has a logger of its own, {@code access}, so that it does not depend
 * on the log's level; when the output is too slow, its lines are the first to be left out. Safe for
 * use by many threads; it waits for nothing.
 */
public final class AccessLog {
  static final String LOGGER = LogNames.ACCESS;

  private static final Logger LOG = Logger.getLogger(LOGGER);

  private final boolean enabled;
  private final AuditPrivacy privacy;
  private final LogField group;

  /**
   * An access log.
   *
   * @param group names what resources belong to, of several that are alike
   * @param audit says how much of a client's address is shown
   */
  public AccessLog(boolean enabled, AuditSettings audit, LogField group) {
    this.group = group;
    this.enabled = enabled;
    this.privacy = new AuditPrivacy(audit);
    LOG.setLevel(Level.INFO);
  }

  /** Whether anybody wants to know. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Writes the line. */
  public void record(AccessEvent event) {
    if (enabled) {
      LogRecord entry = new LogRecord(Level.INFO, "{0}");
      entry.setLoggerName(LOGGER);
      entry.setParameters(new Object[] {new AccessEntry(event, privacy, group)});
      LOG.log(entry);
    }
  }
}
