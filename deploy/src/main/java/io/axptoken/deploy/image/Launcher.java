package io.axptoken.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a program of the package is started, read from its launcher.
 *
 * @param name the program's, and that of the file with the flags of its JVM
 * @param mainClass the class with {@code main}
 * @param folders those below {@code lib/} whose jars it needs besides
 */
public record Launcher(String name, String mainClass, List<String> folders) {
  private static final Pattern SHELL =
      Pattern.compile("(?m)^exec .*/launch\\.sh\" (\\S+) (\\S+) \"([^\"]*)\" \"\\$@\"$");
  private static final Pattern WINDOWS =
      Pattern.compile("(?m)^call .*launch\\.cmd\" (\\S+) (\\S+) \"([^\"]*)\" %\\*\r?$");

  /** Reads {@code bin/NAME} of an installation. */
  public static Launcher ofShell(Path bin, String name) throws IOException {
    return read(bin.resolve(name), SHELL);
  }

  /** Reads its twin for Windows, {@code bin/NAME.cmd}. */
  public static Launcher ofWindows(Path bin, String name) throws IOException {
    return read(bin.resolve(name + ".cmd"), WINDOWS);
  }

  private static Launcher read(Path file, Pattern form) throws IOException {
    Matcher launcher = form.matcher(Files.readString(file));
    if (!launcher.find()) {
      throw new IOException(file + " starts nothing in the form " + form);
    }
    String folders = launcher.group(3);
    return new Launcher(
        launcher.group(1),
        launcher.group(2),
        folders.isBlank() ? List.of() : List.of(folders.split(" ")));
  }
}
