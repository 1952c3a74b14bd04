package io.axptoken.server.command;

import io.axptoken.server.identity.jwt.FixedKeys;
import io.axptoken.server.identity.jwt.UnusableKeys;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TrustAnchors;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: says what is wrong with the configuration, and what is fine. */
final class CheckCommand {
  static final String NAME = "check";

  private static final String JSON = "--json";

  private final CommandContext surroundings;
  private final PrintStream out;
  private final List<Object> problems = new ArrayList<>();

  CheckCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
    this.out = surroundings.out();
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec spec =
        Syntax.withConfiguration(
                NAME, "Say what works and what does not: configuration, network, platform, tokens.")
            .addOption(Syntax.flag(Syntax.OFFLINE, "Look at the configuration alone."))
            .addOption(Integrations.option())
            .addOption(Syntax.flag(JSON, "Print the checklist as JSON."));
    return Syntax.examples(
        spec,
        "token-server check --config my.yaml",
        "token-server check --offline --config my.yaml",
        "token-server check --integration shop --json");
  }

  int run(ParseResult parsed, CommandLine called, Options options) {
    boolean json = parsed.hasMatchedOption(JSON);
    if (json || !options.offline()) {
      return new LiveCheck(surroundings, json).run(parsed, called, options);
    }
    Path file = ConfigFile.find(options.config(), surroundings);
    out.println("Configuration file: " + (file == null ? "none" : file));
    return switch (SettingsLoader.load(file, surroundings.environment(), options.overrides())) {
      case Loaded.Invalid(var found, var warnings) ->
          Report.problems(surroundings.err(), found, warnings);
      case Loaded.Valid(var settings, var effective) -> check(settings, effective);
    };
  }

  private int check(Settings settings, EffectiveSettings effective) {
    effective.entries().forEach(entry -> out.println("  " + entry));
    effective.warnings().forEach(warning -> out.println("Warning: " + warning));
    Judgement judgement = ProductionRules.judge(settings, effective);
    judgement.warnings().forEach(finding -> out.println("Warning: " + finding));
    judgement.accepted().forEach(finding -> out.println("Accepted: " + finding));
    judgement.unused().forEach(signOff -> out.println("Warning: " + Report.unused(signOff)));
    settings.integrations().forEach(one -> out.println("Integration: " + Report.integration(one)));
    checkKeyMaterial(settings.server());
    settings.integrations().stream()
        .map(integration -> integration.axp().caCertificatePath())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(this::checkTrustAnchors);
    settings.integrations().stream()
        .map(integration -> integration.identity().jwt())
        .flatMap(jwt -> jwt.publicKeyPaths().stream())
        .distinct()
        .forEach(this::checkPublicKeys);
    problems.addAll(judgement.refusals());
    if (!problems.isEmpty()) {
      return Report.problems(surroundings.err(), problems);
    }
    out.println("The configuration is fine.");
    return ExitCode.FINE;
  }

  private void checkKeyMaterial(ServerSettings server) {
    Path certificate = server.sslCertificatePath();
    Path key = server.sslPrivateKeyPath();
    if (certificate != null && key != null) {
      attempt(
          "Certificate and private key fit together.",
          () ->
              KeyMaterial.load(certificate, key, server.sslPassPhrase(), surroundings.clock())
                  .warnings(surroundings.clock())
                  .forEach(warning -> out.println("Warning: " + warning)));
    }
  }

  private void checkTrustAnchors(Path certificates) {
    attempt("The platform's CA certificates can be read.", () -> TrustAnchors.load(certificates));
  }

  private void checkPublicKeys(Path keys) {
    attempt("The public keys of bearer tokens can be read.", () -> FixedKeys.ofFile(keys));
  }

  private void attempt(String success, Runnable step) {
    try {
      step.run();
      out.println(success);
    } catch (KeyMaterialException | UnusableKeys e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
