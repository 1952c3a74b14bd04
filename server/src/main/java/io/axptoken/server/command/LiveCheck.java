package io.axptoken.server.command;

import io.axptoken.server.command.check.Finding;
import io.axptoken.server.command.check.Finding.State;
import io.axptoken.server.command.check.Findings;
import io.axptoken.server.command.check.IntegrationCheck;
import io.axptoken.server.command.check.PortCheck;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.command.HealthCheck;
import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.Loaded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The whole checklist: configuration, listeners, and every integration's platform. */
final class LiveCheck implements Findings.Listener {
  /** When no further integration is begun. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final CommandContext surroundings;
  private final @Nullable CheckListing listing;
  private final List<Finding> found = new ArrayList<>();

  LiveCheck(CommandContext surroundings, boolean json) {
    this.surroundings = surroundings;
    this.listing = json ? null : new CheckListing(surroundings);
  }

  @Override
  public void began(String scope, String check) {
    if (listing != null) {
      listing.began(scope, check);
    }
  }

  @Override
  public void found(Finding finding) {
    found.add(finding);
    if (listing != null) {
      listing.found(finding);
    }
  }

  int run(ParseResult parsed, CommandLine called, Options options) {
    Path file = ConfigFile.find(options.config(), surroundings);
    var configuration = new CheckedConfiguration(this, surroundings.clock());
    switch (SettingsLoader.load(file, surroundings.environment(), options.overrides())) {
      case Loaded.Invalid(var problems, var warnings) ->
          configuration.invalid(file, problems, warnings);
      case Loaded.Valid(Settings settings, EffectiveSettings effective) -> {
        List<IntegrationSettings> integrations = Integrations.all(settings, parsed, called);
        String name = file == null ? "none" : file.toString();
        if (configuration.valid(name, settings, effective) && !options.offline()) {
          look(settings, integrations);
        }
      }
    }
    return finish();
  }

  private void look(Settings settings, List<IntegrationSettings> integrations) {
    ManagementSettings management = settings.management();
    PortCheck ports = new PortCheck(new Findings("server", this), () -> isServed(management));
    ports.look("server", settings.server().host(), settings.server().port());
    ports.look("management", management.host(), management.port());
    Instant end = surroundings.clock().instant().plus(LONGEST);
    IntegrationCheck check = new IntegrationCheck(settings.server(), surroundings.clock(), this);
    for (IntegrationSettings integration : integrations) {
      if (surroundings.clock().instant().isBefore(end)) {
        check.run(integration);
      } else {
        new Findings(IntegrationCheck.scope(integration), this)
            .warning("time", "not tried: the time is up", "Use --integration for it alone.");
      }
    }
  }

  private static boolean isServed(ManagementSettings management) {
    return management.port() != 0 && HealthCheck.isLive(management);
  }

  private int finish() {
    int code = exitCode();
    surroundings.out().println(listing == null ? CheckJson.of(found, code) : summary());
    return code;
  }

  private int exitCode() {
    List<Finding> failures =
        found.stream().filter(finding -> finding.state() == State.FAILED).toList();
    boolean misconfigured =
        failures.stream().anyMatch(one -> one.scope().equals(CheckedConfiguration.SCOPE));
    return misconfigured
        ? ExitCode.MISCONFIGURED
        : failures.isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
  }

  private String summary() {
    long failed = count(State.FAILED);
    long warnings = count(State.WARNING);
    String odd = warnings == 0 ? "" : warnings == 1 ? " 1 warning." : " " + warnings + " warnings.";
    return failed == 0
        ? "Everything works." + odd
        : failed + (failed == 1 ? " check" : " checks") + " failed." + odd;
  }

  private long count(State state) {
    return found.stream().filter(finding -> finding.state() == state).count();
  }
}
