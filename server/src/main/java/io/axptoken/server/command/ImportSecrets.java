package io.axptoken.server.command;

import io.axptoken.server.command.sample.Import;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets of an import out of it, and puts references in their place.
 *
 * @param values those of the import, with references
 * @param files what is to be written beside the output, by file
 * @param variables the environment variables that are to be set instead, where there is no output
 */
record ImportSecrets(
    Map<String, List<String>> values, Map<Path, String> files, List<String> variables) {
  private static final Map<String, String> SECRETS =
      Map.of("axp.clientSecret", "client-secret", "server.sslPassPhrase", "pass-phrase");

  /** Takes them out for this output, or {@code null} for standard output. */
  static ImportSecrets of(Import imported, @Nullable Path output) {
    Map<String, List<String>> values = new LinkedHashMap<>(imported.values());
    Map<Path, String> files = new LinkedHashMap<>();
    List<String> variables = new ArrayList<>();
    SECRETS.forEach((key, name) -> {
      List<String> value = values.get(key);
      if (value == null || !isSecret(value.getFirst())) {
        return;
      }
      if (output == null) {
        String variable =
            key.equals("axp.clientSecret") ? "AXP_CLIENT_SECRET" : "SERVER_SSL_PASS_PHRASE";
        variables.add(variable);
        values.put(key, List.of("${env:" + variable + "}"));
      } else {
        Path file = output.resolveSibling(fileName(output) + "." + name);
        files.put(file, value.getFirst().replace("$${", "${"));
        values.put(key, List.of("${file:" + file.getFileName() + "}"));
      }
    });
    return new ImportSecrets(values, files, variables);
  }

  /** Placeholders stay where they are, to be found, and so do references. */
  private static boolean isSecret(String text) {
    boolean refers = text.replace("$${", "").contains("${");
    return !text.matches("\\s*<[^<>]*>\\s*") && !refers;
  }

  private static String fileName(Path output) {
    return String.valueOf(output.getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
  }
}
