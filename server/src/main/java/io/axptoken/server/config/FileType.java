package io.axptoken.server.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths of files that must be there and readable; {@code ""} for none. */
final class FileType {
  static final ValueType.One<Optional<Path>> TYPE =
      new ValueType.One<>("the path of a readable file", false, FileType::parse);

  private FileType() {}

  private static Optional<Path> parse(String text, Path folder) throws InvalidValue {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path path = resolve(text, folder);
    if (Files.isDirectory(path)) {
      throw InvalidValue.of("must be the path of a file", "that is a directory");
    }
    if (!Files.exists(path)) {
      throw InvalidValue.of("must be the path of a file", "there is none at " + shown(path));
    }
    if (!Files.isReadable(path)) {
      throw InvalidValue.of(
          "must be the path of a readable file", "this process may not read " + shown(path));
    }
    return Optional.of(path);
  }

  static Path resolve(String text, Path folder) throws InvalidValue {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw InvalidValue.of("must be the path of a file");
    }
  }

  static String shown(Path path) {
    return Shown.plain(path.toAbsolutePath().normalize().toString());
  }
}
