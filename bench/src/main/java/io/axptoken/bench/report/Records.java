package io.axptoken.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** The runs that are kept with the code: a file for each, named by its day and what was run. */
public final class Records {
  private final Path folder;

  /** The records of the project in this folder. */
  public Records(Path root) {
    folder = root.resolve("bench/results");
  }

  /** The latest one of all scenes, or of this one. */
  public Path last(String what) throws IOException {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files
          .filter(file ->
              file.toString().endsWith("-" + what + ".json")
                  || file.toString().endsWith("-all.json"))
          .max(Comparator.comparing(Path::toString))
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "Nothing is recorded in " + folder + " to compare with."));
    }
  }

  /** Keeps a run; one of the same day and the same scenes is replaced. */
  public void keep(LocalDate day, String what, String json) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(day + "-" + what + ".json"), json);
  }
}
