package io.axptoken.server.settings.load;

import io.axptoken.server.settings.schema.IntegrationsSection;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Section;
import java.util.Locale;

/** The reference of all settings as Markdown, made from their declarations. */
public final class ConfigReference {
  private static final String INTRODUCTION =
      """
      # Configuration

      <!-- Made from the declarations in io.axptoken.server.settings.schema: change those, not this file. -->

      A setting comes from the first of these places that has it:

      1. the command line: `--set server.port=3001`, and `--production` for `server.production`
      2. the environment: `SERVER_PORT=3001`; lists are separated by commas
      3. the configuration file, in YAML (or JSON, which is YAML too)
      4. the default

      The file is the one named by `--config`, else by the environment variable
      `TOKEN_SERVER_CONFIG`, else `conf/token-server.yaml` of the installation if it is there.
      Unknown keys in the file are errors, with the key that was probably meant; unknown environment
      variables that look like settings are warnings. `token-server check --offline` says
      everything that is wrong at once, each with its place, and shows every value in force.

      An environment variable that is empty counts as not set; for a list or a map it means an empty
      one. Sections may stand in sections: `identity.modes` is `IDENTITY_MODES`, and a key with more
      dots has more words. A map has names of your own choice; where only one text fits, as in the
      environment, it is written as `name=value` pairs, separated by commas, and takes the place of
      the file's whole map.

      Variables that Kubernetes sets for a Service of the name `server` or `axp`, such as
      `SERVER_PORT=tcp://10.0.0.1:80`, are ignored with a warning.

      A server that reads the file again while it runs refuses what would protect less than before:
      the tables say what that is for each setting, and
      [operations.md](operations.md#changing-things-while-it-runs) says why.

      ## References

      Any value may refer to a file or to an environment variable, wholly or in part:

      ```yaml
      axp:
        clientSecret: ${file:/run/secrets/axp-client-secret}
        hostName: ${env:REGION}.api.avayacloud.com
      ```

      The line break at the end of a file is left away. What a reference brings in is not searched
      for further references. `$${` stands for a plain `${`. Relative paths in the file, in
      references and in settings alike, start at the file's own folder; those from the environment
      and the command line start at the working directory.

      ## Taken to the letter

      What is written is what counts, and where that is often not what was meant, `check` and the log
      have a warning:

      - Quotes around a value that are part of it: `docker run --env-file` keeps them, and some
        editors write others than YAML knows. The environment needs none.
      - `clientSecret: abc #def` is `abc`: in YAML a comment begins with a `#` behind a blank. Put
        quotes around the value, or a blank behind the `#` of a comment.
      - A value that goes on in the next line has a blank there.
      - Characters that nobody sees, such as a non-breaking blank from a web page, and blanks at the
        ends of a passphrase. Everywhere else blanks at the ends are errors.
      - `[a, b]` in the environment: lists are written as `a,b` there.

      Numbers with a `0` in front are errors, as some take them for octal, and so are `yes`, `no`,
      `on` and `off`, keys that are there twice, and tabs as indentation. A byte order mark at the
      beginning of a file is left away.

      ## Secrets

      A file with a secret or a private key that every account of the machine may read earns a
      warning with its mode and what to do, and so does the configuration file if a secret stands in
      it. It is for the owner and the group: mode 0640, in Kubernetes `defaultMode: 0440` with an
      `fsGroup`, for secrets of Docker Swarm `mode: 0440` and the `gid` of the server. Where others
      cannot enter the folder there is no warning. It stays one with `server.production`: a
      platform may mount secrets so, and where nobody else has an account no harm is done.

      Settings marked *secret* are never shown: not in problems, logs or the output of `check`. They
      are refused on the command line, where everybody on the machine can read them, unless they are
      a single reference: `--set 'axp.clientSecret=${file:/run/secrets/x}'`.
      """;

  private static final String PRODUCTION =
      """

      ## Fit for production?

      At each start, and in `check`, the configuration is judged by the rules of
      [readiness.md](readiness.md). What is found is a warning; with `server.production: true` (or
      `--production`) the severe ones refuse the start, unless `server.accepted` signs them off.
      """;

  private ConfigReference() {}

  /** The whole document. */
  public static String markdown() {
    StringBuilder out = new StringBuilder(INTRODUCTION);
    ServerSchema.SCHEMA.catalogue().sections().forEach(section -> append(out, section));
    out.append(PRODUCTION);
    return out.toString();
  }

  private static void append(StringBuilder out, Section section) {
    out.append("\n## `").append(section.name()).append("`\n\n").append(section.doc());
    if (section.properties().isEmpty()) {
      appendOverlay(out);
      return;
    }
    out.append("\n\n| key | meaning | values | default | a reload refuses | environment |\n");
    out.append("|---|---|---|---|---|---|\n");
    section.properties().forEach(property -> append(out, property));
  }

  private static void appendOverlay(StringBuilder out) {
    out.append("\n\n| key | in place of | environment |\n|---|---|---|\n");
    for (Property<?> property : ServerSchema.SCHEMA.catalogue().overlay().properties()) {
      String key = IntegrationsSection.FAMILY.place(property.key());
      cell(out, "| `integrations.<name>." + key + "`");
      cell(out, "`" + property.key() + "`");
      out.append("`INTEGRATIONS_<NAME>_").append(Property.environmentName(String.valueOf(key)));
      out.append("` |\n");
    }
  }

  private static void append(StringBuilder out, Property<?> property) {
    cell(out, "| `" + property.key() + "`");
    cell(out, plain(property.doc()));
    cell(out, plain(property.type().syntax()) + (property.isSecret() ? "; *secret*" : ""));
    cell(out, defaultOf(property));
    cell(out, property.protection().refused());
    out.append("`" + property.environmentName() + "`").append(" |\n");
  }

  private static void cell(StringBuilder out, String text) {
    out.append(text).append(" | ");
  }

  /** A text whose asterisks are asterisks. */
  private static String plain(String text) {
    return text.replace("*", "\\*");
  }

  private static String defaultOf(Property<?> property) {
    String text = property.defaultText();
    if (text == null) {
      return "required";
    }
    if (property.isMap()) {
      return text.isEmpty() ? "`{}`" : "`{" + text + "}`";
    }
    if (property.isCollection()) {
      return text.isEmpty() ? "`[]`" : "`[" + quotedIfSpecial(text) + "]`";
    }
    return "`" + (text.isEmpty() ? "\"\"" : text) + "`";
  }

  private static String quotedIfSpecial(String text) {
    return text.toLowerCase(Locale.ROOT).matches("[a-z]+") ? text : '"' + text + '"';
  }
}
