package io.axptoken.push.command;

import io.axptoken.push.assembly.LiveCheck;
import io.axptoken.push.assembly.LiveCheck.Finding;
import io.axptoken.push.assembly.PushReadiness;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.push.settings.schema.PushSchema;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.rules.Judgement;
import java.util.List;

/** {@code check}: says what works and what does not. */
final class CheckCommand {
  private final CommandContext surroundings;

  CheckCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  int run(Options options, boolean offline) {
    return switch (RawConfiguration.read(
            PushSchema.SCHEMA, options.file(), surroundings.environment(), options.overrides())
        .resolve()
        .loaded()) {
      case Loaded.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case Loaded.Valid(var settings, var effective) -> check(settings, effective, offline);
    };
  }

  private int check(PushSettings settings, EffectiveSettings effective, boolean offline) {
    effective.warnings().forEach(this::warn);
    Judgement judgement = PushReadiness.judge(settings, effective);
    judgement.warnings().forEach(finding -> warn(finding.toString()));
    if (!judgement.refusals().isEmpty()) {
      return Report.problems(surroundings.err(), judgement.refusals(), List.of());
    }
    surroundings.out().println("ok        configuration");
    if (offline) {
      return ExitCode.FINE;
    }
    boolean fine = true;
    for (Finding finding : LiveCheck.run(settings)) {
      fine &= finding.fine();
      surroundings.out().println((finding.fine() ? "ok        " : "FAILED    ") + finding.words());
    }
    return fine ? ExitCode.FINE : ExitCode.FAILED;
  }

  private void warn(String words) {
    surroundings.out().println("warning   " + words);
  }
}
