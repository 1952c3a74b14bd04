package io.axptoken.server.command;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Which of the configured integrations is meant. */
final class Integrations {
  private static final String INTEGRATION = "--integration";
  private static final int MOST_NAMED = 10;

  private Integrations() {}

  static OptionSpec option() {
    return Syntax.text(
        INTEGRATION, "NAME", "One of the configured integrations; default is that of /token.");
  }

  /** The one that is named, else the first. */
  static IntegrationSettings chosen(Settings settings, ParseResult parsed, CommandLine called) {
    return all(settings, parsed, called).getFirst();
  }

  /** The one that is named, else all. */
  static List<IntegrationSettings> all(Settings settings, ParseResult parsed, CommandLine called) {
    String name = parsed.<@Nullable String>matchedOptionValue(INTEGRATION, null);
    List<IntegrationSettings> found =
        settings.integrations().stream()
            .filter(integration -> name == null || integration.name().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw new ParameterException(
          called, "there is no integration of that name: there are " + names(settings) + ".");
    }
    return found;
  }

  private static String names(Settings settings) {
    List<String> names = settings.integrations().stream().map(IntegrationSettings::name).toList();
    return names.size() > MOST_NAMED
        ? String.join(", ", names.subList(0, MOST_NAMED)) + " and others"
        : String.join(", ", names);
  }
}
