package io.axptoken.server.command;

import io.axptoken.server.command.sample.Import;
import io.axptoken.server.command.sample.ImportedYaml;
import io.axptoken.server.command.sample.Unreadable;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code import}: turns a configuration of the vendor's sample into one of ours. */
final class ImportCommand {
  static final String NAME = "import";

  private static final String OUTPUT = "--output";
  private static final String FORCE = "--force";
  private static final String INLINE = "--inline-secrets";

  private final CommandContext surroundings;
  private final PrintStream err;

  ImportCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
    this.err = surroundings.err();
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage()
        .description("Turn the sample's configuration.js or server.conf.json into a configuration.")
        .abbreviateSynopsis(false);
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("FILE")
                .type(Path.class)
                .converters(Path::of)
                .description("The sample's file. It is read, never run.")
                .build())
        .addOption(
            OptionSpec.builder(OUTPUT)
                .paramLabel("FILE")
                .type(Path.class)
                .converters(Path::of)
                .description("Where to write to, instead of standard output.")
                .build())
        .addOption(Syntax.flag(FORCE, "Replace files that are there."))
        .addOption(
            Syntax.flag(INLINE, "Leave secrets in the configuration, not in files beside it."))
        .addOption(Syntax.help());
    return Syntax.examples(
        spec,
        "token-server import sample/configuration.js --output my.yaml",
        "token-server import server.conf.json");
  }

  int run(ParseResult parsed, CommandLine called) {
    Path file = parsed.<@Nullable Path>matchedPositionalValue(0, null);
    if (file == null) {
      throw new ParameterException(called, "import needs the sample's file.");
    }
    Path output = parsed.<@Nullable Path>matchedOptionValue(OUTPUT, null);
    try {
      Import imported = Import.of(file);
      ImportSecrets secrets =
          parsed.hasMatchedOption(INLINE)
              ? new ImportSecrets(imported.values(), Map.of(), List.of())
              : ImportSecrets.of(imported, output);
      String yaml = ImportedYaml.of(String.valueOf(file.getFileName()), secrets.values());
      if (output == null) {
        surroundings.out().print(yaml);
      } else {
        write(file, output, yaml, secrets, parsed.hasMatchedOption(FORCE));
      }
      report(imported, secrets, output);
      return imported.isIncomplete() ? ExitCode.FAILED : ExitCode.FINE;
    } catch (Unreadable e) {
      err.println("Nothing is imported from " + file + ": " + e.getMessage() + ".");
      return ExitCode.MISCONFIGURED;
    } catch (FileAlreadyExistsException e) {
      err.println(e.getFile() + " is there already: name another --output, or add --force.");
      return ExitCode.FAILED;
    } catch (IOException e) {
      err.println(
          "Nothing can be written to " + output + ": see that its folder is there and" + " yours.");
      return ExitCode.FAILED;
    }
  }

  private static void write(
      Path from, Path output, String yaml, ImportSecrets secrets, boolean force)
      throws IOException {
    List<Path> all = new ArrayList<>(secrets.files().keySet());
    all.add(output);
    for (Path each : all) {
      if (Files.exists(each)
          && (!force || Files.isDirectory(each) || Files.isSameFile(each, from))) {
        throw new FileAlreadyExistsException(each.toString());
      }
    }
    for (Map.Entry<Path, String> secret : secrets.files().entrySet()) {
      NewFile.write(secret.getKey(), secret.getValue(), force);
    }
    NewFile.write(output, yaml, force);
  }

  private void report(Import imported, ImportSecrets secrets, @Nullable Path output) {
    int count = imported.values().size();
    err.println("Carried: " + count + (count == 1 ? " setting." : " settings."));
    secrets
        .files()
        .keySet()
        .forEach(file -> err.println("Secret moved to " + file + ", readable by you alone."));
    secrets
        .variables()
        .forEach(
            variable -> err.println("Secret left out: set " + variable + ", or use --output."));
    imported.notes().forEach(note -> err.println("Note: " + note));
    imported.notCarried().forEach(left -> err.println("Not carried: " + left));
    imported
        .missing()
        .forEach(key -> err.println("Missing: " + key + ". Without it there are no tokens."));
    decide(imported);
    if (output != null) {
      problems(output);
      err.println("Next: token-server check --config " + output);
    }
  }

  private void decide(Import imported) {
    err.println(
        "Decide: identity.modes is claimed, so that whoever asks becomes the user they name, as in"
            + " the sample. See docs/identity.md for modes that prove who the user is.");
    if (imported.values().getOrDefault("server.allowedOrigins", List.of("*")).contains("*")) {
      err.println(
          "Decide: server.allowedOrigins is *, so that every page may ask. List those of your"
              + " pages.");
    }
  }

  private void problems(Path output) {
    if (SettingsLoader.load(output, surroundings.environment(), Map.of())
        instanceof Loaded.Invalid(var problems, _)) {
      problems.forEach(problem -> err.println("Still wrong: " + problem));
    }
  }
}
