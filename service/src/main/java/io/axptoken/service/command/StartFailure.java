package io.axptoken.service.command;

import io.axptoken.service.http.CannotListen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the program could not start, in a sentence for its operator that says what to do. */
public final class StartFailure {
  private static final Pattern LIMIT = Pattern.compile("Max open files\\s+([0-9]+)");
  private static final Path LIMITS = Path.of("/proc/self/limits");

  /** What the program opens to start, and some room: its jars, and those of the JVM. */
  private static final int FEWEST_FILES = 256;

  private static final String TOO_MANY = "Too many open files";
  private static final int DEPTH = 20;

  private final PrintStream err;

  /** Says it there. To be made early: later there may be no file left to load this class from. */
  public StartFailure(PrintStream err) {
    this.err = err;
  }

  /** Says it, and with {@code debug} where it came from; gives the exit code. */
  public int report(Throwable failure, boolean debug) {
    err.println("The server could not start: " + words(failure));
    if (debug) {
      failure.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  static String words(Throwable failure) {
    return words(failure, openFiles());
  }

  /**
   * The same under a limit.
   *
   * @param files how many may be open at once, 0 if not even that can be read for lack of them, or
   *     less if it is not known
   */
  static String words(Throwable failure, int files) {
    if (says(failure, TOO_MANY) || (isLinkage(failure) && files >= 0 && files < FEWEST_FILES)) {
      return tooFewFiles(files);
    }
    if (failure instanceof CannotListen) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return says(failure, "thread")
          ? "the system allows it no more threads. Raise the limit of processes (ulimit -u), of"
              + " the unit (TasksMax) or of the container (pids)."
          : "it has too little memory. Give it more, such as JAVA_OPTS=-Xmx256m.";
    }
    return isLinkage(failure)
        ? "a part of the program is missing or does not fit the others. Unpack the package anew,"
            + " into an empty folder; --debug shows which part it is."
        : unexpected(failure);
  }

  private static String unexpected(Throwable failure) {
    String message = failure.getMessage();
    return (message == null ? "something unexpected happened" : message)
        + ". Start it with --debug to see where that comes from.";
  }

  private static String tooFewFiles(int files) {
    return "it may not open enough files"
        + (files > 0 ? ": the limit is " + files : "")
        + ". Allow at least 1024, by ulimit -n, by LimitNOFILE of a systemd unit or by --ulimit"
        + " nofile of a container.";
  }

  private static boolean isLinkage(Throwable failure) {
    return failure instanceof LinkageError
        || (failure.getCause() != null && failure.getCause() instanceof LinkageError);
  }

  private static boolean says(Throwable failure, String words) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (String.valueOf(cause.getMessage()).contains(words)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static int openFiles() {
    try {
      Matcher line = LIMIT.matcher(Files.readString(LIMITS));
      return line.find() ? Integer.parseInt(line.group(1)) : -1;
    } catch (IOException | NumberFormatException unknown) {
      return says(unknown, TOO_MANY) ? 0 : -1;
    }
  }
}
