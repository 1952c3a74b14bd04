package io.axptoken.server.observe;

import io.axptoken.server.config.LoggingSettings;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The set-up of the log: everything that is logged through {@link System.Logger} or
 * java.util.logging goes to standard output, a line each. Standard output and not standard error,
 * because the log is what a running server has to say; problems that keep it from running go to
 * standard error.
 */
public final class Logs {
  private static final String PROGRAM = "axp-token-server";

  private Logs() {}

  /**
   * Held, because the log manager forgets loggers that nobody holds; in a class of its own, so that
   * {@link #install} comes before them.
   */
  private static final class Loggers {
    static final Logger ROOT = Logger.getLogger("");
    static final Logger OURS = Logger.getLogger("io.axptoken");
    static final List<Logger> FRAMEWORKS =
        List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));
    static final Logger ACCEPTING = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");
  }

  /**
   * Has the log go on while the process stops. Works only before anything touches logging: the
   * first thing that a program does.
   */
  public static void install() {
    System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
  }

  /**
   * Sets format and levels; may be called again.
   *
   * @param version of the program, which lines for machines name
   * @param debug whether to log at debug level, the insides of the frameworks included
   */
  public static void configure(LoggingSettings settings, String version, boolean debug) {
    Level level = debug ? Level.FINE : level(settings.level());
    Loggers.OURS.setLevel(level);
    Loggers.ROOT.setLevel(quieter(level, Level.INFO));
    Loggers.FRAMEWORKS.forEach(
        logger -> logger.setLevel(debug ? Level.FINE : quieter(level, Level.WARNING)));
    replaceHandler(new LineHandler(System.out, line(settings, new Service(PROGRAM, version))));
  }

  /**
   * Leaves out what is no news at the end: a connection that comes while the listening socket
   * closes is turned away, and the framework tells it with a stack trace.
   */
  public static void expectStop() {
    Loggers.ACCEPTING.setLevel(Level.SEVERE);
  }

  private static Formatter line(LoggingSettings settings, Service service) {
    return switch (settings.format()) {
      case TEXT -> new TextLine();
      case JSON ->
          switch (settings.fields()) {
            case ECS -> new EcsLine(service);
            case OTEL -> new OtelLine(service);
          };
    };
  }

  /** Waits until what was logged is written; for the end of the process. */
  public static void flush() {
    for (Handler handler : Loggers.ROOT.getHandlers()) {
      handler.flush();
    }
  }

  private static Level level(LoggingSettings.Level level) {
    return switch (level) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  private static Level quieter(Level one, Level other) {
    return one.intValue() > other.intValue() ? one : other;
  }

  /** Replaces the JDK's handler and an earlier one of ours; those of others stay. */
  private static void replaceHandler(Handler handler) {
    for (Handler old : Loggers.ROOT.getHandlers()) {
      if (old instanceof ConsoleHandler || old instanceof LineHandler) {
        Loggers.ROOT.removeHandler(old);
        old.close();
      }
    }
    Loggers.ROOT.addHandler(handler);
  }
}
