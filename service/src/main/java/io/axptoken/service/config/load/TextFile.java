package io.axptoken.service.config.load;

import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.InvalidValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files: the configuration itself, and what its values refer to. */
final class TextFile {
  private static final int MOST_BYTES_REFERRED = 64 * 1024;

  private TextFile() {}

  /** The text of a file that a value refers to, without the line break that editors put last. */
  static String referred(Path file) throws InvalidValue {
    try {
      String text = read(file, MOST_BYTES_REFERRED).replaceFirst("[\\r\\n]+$", "");
      if (text.isEmpty()) {
        throw new IOException("is empty");
      }
      return text;
    } catch (IOException e) {
      throw InvalidValue.withoutValue(
          "refers to the file " + FileType.shown(file) + ", which " + reason(e),
          "correct the file or its name");
    }
  }

  /** The whole text of a file in UTF-8, without a byte order mark. */
  static String read(Path file, int mostBytes) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("is not a regular file");
    }
    if (Files.size(file) > mostBytes) {
      throw new IOException("is larger than " + mostBytes / 1024 + " KiB");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Why reading failed, as the end of "the file …"; own messages are made to fit. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "may not be read by this process";
      case CharacterCodingException _ -> "is not a text in UTF-8";
      default -> ownWords(failure);
    };
  }

  /** Messages of the system's exceptions are only file names; ours say what is the matter. */
  private static String ownWords(IOException failure) {
    String message = failure.getMessage();
    return failure.getClass() != IOException.class || message == null ? "cannot be read" : message;
  }
}
