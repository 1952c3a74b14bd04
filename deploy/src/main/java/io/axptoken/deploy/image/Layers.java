package io.axptoken.deploy.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes layers of files: everything belongs to root and is read-only for the others, whatever it is
 * on this machine, and only what has to be started can be.
 */
final class Layers {
  private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
  private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
  private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
  private static final FilePermissions OWN = FilePermissions.fromOctalString("700");

  /** For those who run the image with a root file system that can be written to. */
  private static final String SCRATCH = "/tmp";

  private final Instant time;

  Layers(Instant time) {
    this.time = time;
  }

  /** Everything below {@code root}, which looks like the image's own root. */
  FileEntriesLayer ofFolder(String name, Path root) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(root)) {
      below
          .filter(path -> !path.equals(root))
          .forEach(path -> files.put("/" + root.relativize(path), path));
    }
    return of(name, files);
  }

  /** The given files and folders, by their paths in the image. */
  FileEntriesLayer of(String name, Map<String, Path> files) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    new TreeMap<>(files)
        .forEach((target, source) ->
            layer.addEntry(
                source,
                AbsoluteUnixPath.get(target),
                permissions(target, source),
                time,
                target.equals(SCRATCH) ? ImageSpec.USER : "0:0"));
    return layer.build();
  }

  private static FilePermissions permissions(String target, Path source) {
    if (Files.isDirectory(source)) {
      return target.equals(SCRATCH) ? OWN : FOLDER;
    }
    return isProgram(target) ? PROGRAM : FILE;
  }

  private static boolean isProgram(String target) {
    return target.equals(ImageSpec.JAVA) || target.contains("/ld-linux-");
  }
}
