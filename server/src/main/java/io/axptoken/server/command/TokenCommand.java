package io.axptoken.server.command;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserRules;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.Violation;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.command.check.PlatformAccess;
import io.axptoken.server.identity.Pseudonyms;
import io.axptoken.server.issue.Remedy;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.tls.KeyMaterialException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code token}: asks the platform for one token, with the company's credentials. */
final class TokenCommand {
  static final String NAME = "token";

  private static final String USER_ID = "--user-id";
  private static final String USER_NAME = "--user-name";
  private static final String EMAIL = "--email";
  private static final String PHONE = "--phone";
  private static final String VERIFIED = "--verified";
  private static final String JSON = "--json";

  private final CommandContext surroundings;

  TokenCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec spec =
        Syntax.withConfiguration(
                NAME, "Print a token for one user, asked for with the configured credentials.")
            .addOption(Syntax.text(USER_ID, "ID", "Whose token; required."))
            .addOption(Syntax.text(USER_NAME, "NAME", "The name that agents see."))
            .addOption(many(EMAIL, "ADDRESS", "An e-mail address; may be repeated."))
            .addOption(many(PHONE, "NUMBER", "A phone number; may be repeated."))
            .addOption(Syntax.flag(VERIFIED, "Say that name and addresses were proven."))
            .addOption(Integrations.option())
            .addOption(Syntax.flag(JSON, "Print the whole answer, as POST /token gives it."));
    return Syntax.examples(
        spec,
        "token-server token --config my.yaml --user-id u1",
        "token-server token --user-id u1 --email ann@example.com --verified --json");
  }

  private static OptionSpec many(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  int run(ParseResult parsed, CommandLine called, Options options) {
    EndUser user = user(parsed, called);
    Loaded<Settings> loaded =
        SettingsLoader.load(
            ConfigFile.find(options.config(), surroundings),
            surroundings.environment(),
            options.overrides());
    return switch (loaded) {
      case Loaded.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case Loaded.Valid(Settings settings, _) ->
          mint(Integrations.chosen(settings, parsed, called), user, parsed.hasMatchedOption(JSON));
    };
  }

  private static EndUser user(ParseResult parsed, CommandLine called) {
    String id = parsed.<@Nullable String>matchedOptionValue(USER_ID, null);
    if (id == null) {
      throw new ParameterException(called, "token needs to know whose: --user-id ID.");
    }
    String name = parsed.<@Nullable String>matchedOptionValue(USER_NAME, null);
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    put(identifiers, "emailAddresses", parsed.matchedOptionValue(EMAIL, List.of()));
    put(identifiers, "phoneNumbers", parsed.matchedOptionValue(PHONE, List.of()));
    List<Violation> violations = EndUserRules.violations(id, name, identifiers);
    if (!violations.isEmpty()) {
      throw new ParameterException(
          called,
          violations.stream()
              .map(violation -> violation.field() + " " + violation.message())
              .collect(Collectors.joining("; ", "The user is not acceptable: ", ".")));
    }
    Boolean verified = parsed.hasMatchedOption(VERIFIED) ? Boolean.TRUE : null;
    return new EndUser(id, name, identifiers, verified);
  }

  private static void put(Map<String, List<String>> all, String type, List<String> values) {
    if (!values.isEmpty()) {
      all.put(type, values);
    }
  }

  private int mint(IntegrationSettings integration, EndUser user, boolean json) {
    Secret pseudonyms = integration.identity().pseudonymize();
    EndUser told = pseudonyms.isEmpty() ? user : new Pseudonyms(pseudonyms).disguise(user);
    try (Transport transport = PlatformAccess.transport(integration.axp());
        TokenPlatform platform =
            PlatformAccess.platform(integration.axp(), transport, surroundings.clock())) {
      EndUserToken token = platform.issueAndWait(told);
      surroundings.out().println(json ? TokenJson.of(integration.axp(), token) : token.value());
      return ExitCode.FINE;
    } catch (PlatformException e) {
      return failed(e.failure(), integration);
    } catch (KeyMaterialException e) {
      return Report.problems(surroundings.err(), List.of(String.valueOf(e.getMessage())));
    }
  }

  private int failed(PlatformFailure failure, IntegrationSettings integration) {
    String said =
        failure instanceof PlatformFailure.RejectedUser(_, Violation violation)
            ? "The platform does not accept the user: %s %s."
                .formatted(violation.field(), violation.message())
            : Remedy.of(failure, PlatformAccess.label(integration));
    surroundings.err().println("No token: " + said + " (" + failure.trace() + ")");
    return ExitCode.FAILED;
  }
}
