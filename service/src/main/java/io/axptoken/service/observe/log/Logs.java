package io.axptoken.service.observe.log;

import io.axptoken.service.config.LoggingSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
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
  /** There is one log in a process, and so one account of what it loses. */
  private static final LogLoss LOSS = new LogLoss(InstantSource.system());

  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  private static volatile boolean installed;

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
    installed = true;
    System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
  }

  /**
   * Sets format and levels; may be called again.
   *
   * @param program what lines for machines say of it
   * @param debug whether to log at debug level, the insides of the frameworks included
   */
  public static void configure(LoggingSettings settings, ServiceIdentity program, boolean debug) {
    Level level = debug ? Level.FINE : level(settings.level());
    Loggers.OURS.setLevel(level);
    Loggers.ROOT.setLevel(quieter(level, Level.INFO));
    Loggers.FRAMEWORKS.forEach(
        logger -> logger.setLevel(debug ? Level.FINE : quieter(level, Level.WARNING)));
    Formatter line = line(settings, program);
    replaceHandler(new LineHandler(output(), line, LOSS));
  }

  /** The program's own output says when it takes nothing more; the one of others never does. */
  private static OutputStream output() {
    return installed ? new FileOutputStream(FileDescriptor.out) : System.out;
  }

  /** What the log has lost. */
  public static LogLoss loss() {
    return LOSS;
  }

  /**
   * Leaves out what is no news at the end: a connection that comes while the listening socket
   * closes is turned away, and the framework tells it with a stack trace.
   */
  public static void expectStop() {
    Loggers.ACCEPTING.setLevel(Level.SEVERE);
  }

  private static Formatter line(LoggingSettings settings, ServiceIdentity service) {
    return switch (settings.format()) {
      case TEXT -> new TextLine();
      case JSON ->
          switch (settings.fields()) {
            case ECS -> new EcsLine(service);
            case OTEL -> new OtelLine(service);
          };
    };
  }

  /**
   * Waits until what was logged is written; for the end of the process. What is lost then is told
   * on standard error, since the log has no more lines to come.
   */
  public static void flush() {
    for (Handler handler : Loggers.ROOT.getHandlers()) {
      if (handler instanceof LineHandler own) {
        own.finish();
      } else {
        handler.flush();
      }
    }
    LogLoss.Account account = LOSS.account();
    if (account != null) {
      sayAtLast(account.toString());
    }
  }

  /** On a thread of its own: standard error may be an output, too, that takes nothing more. */
  private static void sayAtLast(String text) {
    try {
      Thread.ofPlatform().daemon().start(() -> System.err.println(text)).join(LAST_WORD);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
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
