package io.axptoken.push.command;

import io.axptoken.service.command.CommandContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Which configuration a command is about.
 *
 * @param file the configuration file, or {@code null} for none
 * @param overrides settings by dotted key
 * @param debug whether to log what happens inside
 */
record Options(@Nullable Path file, Map<String, String> overrides, boolean debug) {
  private static final String VARIABLE = "PUSH_CONNECTOR_CONFIG";

  static Options of(ParseResult parsed, CommandContext surroundings) {
    Path file = null;
    Map<String, String> overrides = new LinkedHashMap<>();
    boolean debug = false;
    for (CommandLine level : parsed.asCommandLineList()) {
      ParseResult here = level.getParseResult();
      file = here.<@Nullable Path>matchedOptionValue(Syntax.CONFIG, file);
      for (String set : here.matchedOptionValue(Syntax.SET, List.<String>of())) {
        put(overrides, set, level);
      }
      debug |= here.hasMatchedOption(Syntax.DEBUG);
      if (here.hasMatchedOption(Syntax.PRODUCTION)) {
        overrides.put("server.production", "true");
      }
    }
    String variable = surroundings.environment().getOrDefault(VARIABLE, "");
    return new Options(
        file == null && !variable.isEmpty() ? Path.of(variable) : file, overrides, debug);
  }

  private static void put(Map<String, String> overrides, String set, CommandLine level) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(level, "--set needs KEY=VALUE, such as server.port=3003.");
    }
    overrides.put(set.substring(0, equals), set.substring(equals + 1));
  }
}
