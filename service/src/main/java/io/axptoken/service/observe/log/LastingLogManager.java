package io.axptoken.service.observe.log;

import java.util.logging.LogManager;

/**
 * A log manager that goes on logging while the process stops: the JDK's own takes all handlers away
 * as soon as the process is told to end, and nobody would see how the stop went. It also spares
 * reading the JDK's logging.properties, as {@link Logs} says it all.
 */
public final class LastingLogManager extends LogManager {
  /** Made by the JDK, by its name. */
  public LastingLogManager() {}

  @Override
  public void reset() {}

  @Override
  public void readConfiguration() {}
}
