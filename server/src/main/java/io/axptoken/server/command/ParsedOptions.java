package io.axptoken.server.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options from what the parser found; apart from them, so that they load without it. */
final class ParsedOptions {
  private ParsedOptions() {}

  static Options of(ParseResult parsed) {
    String config = null;
    Map<String, String> overrides = new LinkedHashMap<>();
    boolean debug = false;
    boolean offline = false;
    boolean production = false;
    for (CommandLine level : parsed.asCommandLineList()) {
      ParseResult here = level.getParseResult();
      Path file = here.<@Nullable Path>matchedOptionValue(Syntax.CONFIG, null);
      config = file == null ? config : file.toString();
      for (String set : here.matchedOptionValue(Syntax.SET, List.<String>of())) {
        putOverride(overrides, set, level);
      }
      debug |= here.hasMatchedOption(Syntax.DEBUG);
      offline |= here.hasMatchedOption(Syntax.OFFLINE);
      production |= here.hasMatchedOption(Syntax.PRODUCTION);
    }
    if (production) {
      overrides.put(Options.PRODUCTION_KEY, "true");
    }
    return new Options(config, overrides, debug, offline);
  }

  private static void putOverride(Map<String, String> overrides, String set, CommandLine level) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(level, "--set needs KEY=VALUE, such as server.port=3001.");
    }
    overrides.put(set.substring(0, equals), set.substring(equals + 1));
  }
}
