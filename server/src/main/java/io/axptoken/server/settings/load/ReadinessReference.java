package io.axptoken.server.settings.load;

import io.axptoken.server.settings.rules.ReadinessRules;
import io.axptoken.service.config.rules.ReadinessRule;

/** The rules of the readiness check as Markdown, made from their declarations. */
public final class ReadinessReference {
  private static final String INTRODUCTION =
      """
      # Fit for production?

      <!-- Made from the declarations in io.axptoken.server.settings.rules.ReadinessRules: change those, not this file. -->

      At each start, and in `token-server check`, the whole configuration is judged by the rules
      below, every integration by itself. What is found is a warning. With `server.production: true`,
      or `--production`, the severe ones refuse the start, with exit code 2 and all reasons at once.

      ## Signing off

      Who knows a rule to be broken, and has a reason, signs it off by its name:

      ```yaml
      server:
        production: true
        accepted:
          - plain-http          # TLS ends at the mesh's sidecar
          - any-origin:kiosk    # the kiosks' pages have no origin of their own
      ```

      A name alone accepts the rule everywhere; `name:integration` in one integration only, `default`
      being the one that the section `axp` describes. What is signed off is listed in the log of each
      start and by `check`, so that it is not forgotten; what is signed off without being found is a
      warning. An unknown name is an error.

      ## The rules
      """;

  private ReadinessReference() {}

  /** The whole document. */
  public static String markdown() {
    StringBuilder out = new StringBuilder(INTRODUCTION);
    ReadinessRules.ALL.forEach(rule -> append(out, rule));
    return out.toString();
  }

  private static void append(StringBuilder out, ReadinessRule<?> rule) {
    out.append("\n### `").append(rule.name()).append("`\n\n");
    line(out, rule.severe() ? "**Severe.** " : "", rule.saidInGeneral());
    line(out, "*Why:* ", rule.why());
    line(out, "*Remedy:* ", rule.remedy());
    line(
        out,
        "*Sign-off:* ",
        "`server.accepted: ["
            + rule.name()
            + "]`"
            + (rule.isOfPlaces()
                ? ", or `" + rule.name() + ":<integration>` for one integration."
                : "."));
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append("- ")
        .append(label)
        .append(text.replace("*:", "\\*:").replace("*.", "\\*."))
        .append('\n');
  }
}
