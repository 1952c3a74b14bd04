package io.axptoken.server.command;

import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.HealthCheck;
import java.nio.file.InvalidPathException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual forms of {@code health}, understood without the parser of command lines: a container
 * asks every few seconds, and loading the parser takes longer than asking.
 */
public final class QuickHealth {
  private QuickHealth() {}

  /** The exit code, or {@code null} if the command line is another one: {@link Commands} knows. */
  public static @Nullable Integer run(CommandContext surroundings, String... args) {
    if (args.length == 0 || !args[0].equals(HealthCheck.NAME)) {
      return null;
    }
    String url = null;
    boolean live = false;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals(HealthCheck.LIVE)) {
        live = true;
      } else if (args[i].equals(HealthCheck.URL) && url == null && i + 1 < args.length) {
        url = args[++i];
      } else {
        return null;
      }
    }
    HealthCheck check = new HealthCheck(ServerSchema.SCHEMA.catalogue(), surroundings, live);
    try {
      if (url == null) {
        return check.configured(ConfigFile.find(null, surroundings), Map.of());
      }
      return check.at(url);
    } catch (InvalidPathException _) {
      return null;
    }
  }
}
