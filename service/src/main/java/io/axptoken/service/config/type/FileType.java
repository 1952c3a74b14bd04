package io.axptoken.service.config.type;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths of files; {@code ""} for none. */
public final class FileType {
  /** A file that is looked at only if another setting asks for it. */
  public static final ValueType.One<Optional<Path>> PATH =
      new ValueType.One<>("the path of a file", false, FileType::parse);

  /** As above, with a private key in it. */
  public static final ValueType.One<Optional<Path>> PRIVATE_KEY =
      new ValueType.One<>("the path of a file", false, FileType::parsePrivateKey);

  /** A file that must be there and readable. */
  public static final ValueType.One<Optional<Path>> READABLE =
      new ValueType.One<>("the path of a readable file", false, FileType::parseReadable);

  /** A readable file where a list has one. */
  public static final ValueType.One<Path> ONE_READABLE =
      new ValueType.One<>("the path of a readable file", false, FileType::parseOne);

  private FileType() {}

  private static Optional<Path> parse(String text, Path folder) throws InvalidValue {
    return text.isEmpty() ? Optional.empty() : Optional.of(resolve(text, folder));
  }

  private static Optional<Path> parsePrivateKey(String text, Path folder) throws InvalidValue {
    return parse(text, folder);
  }

  private static Optional<Path> parseReadable(String text, Path folder) throws InvalidValue {
    Optional<Path> path = parse(text, folder);
    if (path.isPresent()) {
      checkReadable(path.get());
    }
    return path;
  }

  private static Path parseOne(String text, Path folder) throws InvalidValue {
    Path path = resolve(text, folder);
    checkReadable(path);
    return path;
  }

  public static void checkReadable(Path path) throws InvalidValue {
    if (Files.isDirectory(path)) {
      throw mustBeFile("that is a directory: " + shown(path));
    }
    if (!Files.exists(path)) {
      throw mustBeFile("there is none at " + shown(path));
    }
    if (!Files.isReadable(path)) {
      throw mustBeFile("this process may not read " + shown(path));
    }
  }

  private static InvalidValue mustBeFile(String advice) {
    return InvalidValue.withoutValue("must be the path of a readable file", advice);
  }

  public static Path resolve(String text, Path folder) throws InvalidValue {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw InvalidValue.of("must be the path of a file");
    }
  }

  public static String shown(Path path) {
    return DisplayText.plain(path.toAbsolutePath().normalize().toString());
  }
}
