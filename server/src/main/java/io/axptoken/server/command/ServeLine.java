package io.axptoken.server.command;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that services are started with, read without the parser of all others: loading
 * that one takes a quarter of the time from the start to the first token.
 */
final class ServeLine {
  private final Deque<String> rest;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private @Nullable String config;
  private boolean debug;
  private boolean production;

  private ServeLine(String... args) {
    rest = new ArrayDeque<>(Arrays.asList(args));
  }

  /**
   * What a line says in which {@code --config FILE}, {@code --set KEY=VALUE}, {@code --debug} and
   * {@code --production} stand, after {@code serve} or alone; {@code null} for any other line, the
   * wrong ones included.
   */
  static @Nullable Options parse(String... args) {
    ServeLine line = new ServeLine(args);
    return line.read() ? line.options() : null;
  }

  private boolean read() {
    if (Syntax.SERVE.equals(rest.peek())) {
      rest.remove();
    }
    while (!rest.isEmpty()) {
      if (!readOption(rest.remove())) {
        return false;
      }
    }
    return true;
  }

  private boolean readOption(String option) {
    return switch (option) {
      case Syntax.CONFIG -> config == null && (config = value()) != null;
      case Syntax.SET -> override(value());
      case Syntax.DEBUG -> !debug && (debug = true);
      case Syntax.PRODUCTION -> !production && (production = true);
      default -> false;
    };
  }

  /** What stands behind an option, or {@code null} if it may be an option or a command itself. */
  private @Nullable String value() {
    String value = rest.poll();
    return value == null || value.startsWith("-") || value.chars().allMatch(Character::isLetter)
        ? null
        : value;
  }

  private boolean override(@Nullable String set) {
    int equals = set == null ? -1 : set.indexOf('=');
    if (set == null || equals < 1) {
      return false;
    }
    overrides.put(set.substring(0, equals), set.substring(equals + 1));
    return true;
  }

  private Options options() {
    if (production) {
      overrides.put(Options.PRODUCTION_KEY, "true");
    }
    return new Options(config, overrides, debug, false);
  }
}
