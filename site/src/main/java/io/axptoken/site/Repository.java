package io.axptoken.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The working copy, by paths relative to its root and with "/" between folders. */
record Repository(Path root) {
  private static final Set<String> BUILT = Set.of("target", "build", "node_modules");

  /** Reads a text file. */
  String read(String file) throws IOException {
    return Files.readString(root.resolve(file)).replace("\r\n", "\n");
  }

  byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(root.resolve(file));
  }

  boolean isFile(String path) {
    return Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The files below a folder, in order, without what is built or hidden. */
  List<String> files(String folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder), depth)) {
      return files
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(Repository::isSource)
          .map(file -> file.toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static boolean isSource(Path file) {
    for (Path part : file) {
      String name = part.toString();
      if (name.startsWith(".") || BUILT.contains(name)) {
        return false;
      }
    }
    return true;
  }
}
