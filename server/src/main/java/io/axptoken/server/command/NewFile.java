package io.axptoken.server.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that a command makes, readable by their owner alone from the first moment on. */
final class NewFile {
  private NewFile() {}

  /**
   * Writes a file that must not be there yet.
   *
   * @param force whether one that is there is replaced, as a whole
   */
  static void write(Path file, String text, boolean force) throws IOException {
    if (!force) {
      Files.createFile(file, ownersAlone());
      Files.writeString(file, text, StandardOpenOption.WRITE);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".import", ".part", ownersAlone());
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static FileAttribute<?>[] ownersAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
