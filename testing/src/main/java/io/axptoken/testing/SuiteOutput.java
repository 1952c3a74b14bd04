package io.axptoken.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last step of the whole suite: searches all that the build, its tests and the programs they
 * start have printed. {@link LogGuard} looks at one test at a time; this sees what comes before,
 * between and after them, and from other processes.
 */
public final class SuiteOutput {
  /** How Maven begins a module; the second kind of line names files. */
  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\[INFO] Building (?!jar:|tar:|zip:|war:)(.+?) +(?:\\[\\d+/\\d+])?$");

  /** Its tests print what the guard is to find. */
  private static final String GUARD_ITSELF = "AXP token server: testing";

  /** Without these lines the suite was not run, or its output is not here. */
  private static final List<Pattern> EXPECTED =
      List.of(
          Pattern.compile("(?m)^\\[INFO] Tests run: \\d+"),
          Pattern.compile("AXP token server listening on port \\d+"),
          Pattern.compile("event=token-issued outcome=success"),
          Pattern.compile("(?m)^smoke: fine"));

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  private SuiteOutput() {}

  /**
   * Searches the file that is named, and ends with status 1 if anything forbidden is in it.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    System.exit(run(Path.of(args[0]), System.out));
  }

  static int run(Path file, PrintStream out) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> faults = faults(text);
    faults.forEach(fault -> out.println("Output of the suite: " + fault));
    if (faults.isEmpty()) {
      out.printf("Output of the suite: nothing secret or personal in %,d bytes.%n", text.length());
    }
    return faults.isEmpty() ? 0 : 1;
  }

  /** What is wrong with the output: one line for each kind and module, without the secret. */
  static List<String> faults(String output) {
    String text = COLOURS.matcher(output).replaceAll("");
    List<String> faults = new ArrayList<>();
    for (Pattern expected : EXPECTED) {
      if (!expected.matcher(text).find()) {
        faults.add("nothing in it matches " + expected + "; is it the whole suite's?");
      }
    }
    modules(text)
        .forEach((module, printed) ->
            ForbiddenText.findIn(printed).forEach(found -> faults.add(module + ": " + found)));
    return faults;
  }

  /** What each module printed, but not that of the guard's own tests. */
  private static Map<String, String> modules(String text) {
    Map<String, String> modules = new LinkedHashMap<>();
    Matcher matcher = MODULE.matcher(text);
    String name = "before the first module";
    int from = 0;
    while (matcher.find()) {
      modules.merge(name, text.substring(from, matcher.start()), String::concat);
      name = matcher.group(1).replaceFirst(" \\S+$", "");
      from = matcher.start();
    }
    modules.merge(name, text.substring(from), String::concat);
    modules.remove(GUARD_ITSELF);
    return modules;
  }
}
