package io.axptoken.service.observe.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The account of log lines that the output did not take, and that nobody will read. It is open from
 * the first such line until the output has taken a line that tells of them. Safe for use by many
 * threads.
 */
public final class LogLoss {
  private final InstantSource clock;
  private final Map<Kind, LongAdder> total = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> open = new EnumMap<>(Kind.class);
  private @Nullable Instant since;

  /** No line is lost yet. */
  public LogLoss(InstantSource clock) {
    this.clock = clock;
    for (Kind kind : Kind.values()) {
      total.put(kind, new LongAdder());
    }
  }

  /** Whose lines they are. */
  private enum Kind {
    AUDIT,
    ACCESS,
    SERVER;

    static Kind of(LogRecord entry) {
      return LogNames.AUDIT.equals(entry.getLoggerName())
          ? AUDIT
          : LogNames.ACCESS.equals(entry.getLoggerName()) ? ACCESS : SERVER;
    }

    String shown() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is to be told.
   *
   * @param since when the first of them was lost
   */
  public record Account(Instant since, Map<Kind, Long> lines) {
    /** How many lines of which log, by its name. */
    public Map<String, Long> byLog() {
      Map<String, Long> shown = new LinkedHashMap<>();
      lines.forEach((kind, count) -> shown.put(kind.shown(), count));
      return shown;
    }

    long sum() {
      return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
      long sum = sum();
      return lines.entrySet().stream()
          .map(each -> each.getKey().shown() + " " + each.getValue())
          .collect(
              Collectors.joining(
                  ", ",
                  sum + (sum == 1 ? " log line was" : " log lines were") + " lost (",
                  ") since " + LogText.time(since) + ": the output did not take them."));
    }
  }

  /** Counts a line as lost. */
  public synchronized void lost(LogRecord entry) {
    Kind kind = Kind.of(entry);
    Objects.requireNonNull(total.get(kind)).increment();
    open.merge(kind, 1L, Long::sum);
    if (since == null) {
      since = clock.instant();
    }
  }

  /** What nobody has been told of yet, or {@code null} if there is nothing. */
  public synchronized @Nullable Account account() {
    return since == null ? null : new Account(since, new EnumMap<>(open));
  }

  /** Closes the account, but for what was lost since it was taken. */
  public synchronized void told(Account account) {
    account
        .lines()
        .forEach((kind, count) ->
            open.computeIfPresent(kind, (_, now) -> now > count ? now - count : null));
    since = open.isEmpty() ? null : clock.instant();
  }

  /** How many lines were lost since the start, by log; they go on counting. */
  public Map<String, LongAdder> totals() {
    Map<String, LongAdder> shown = new LinkedHashMap<>();
    total.forEach((kind, count) -> shown.put(kind.shown(), count));
    return shown;
  }
}
