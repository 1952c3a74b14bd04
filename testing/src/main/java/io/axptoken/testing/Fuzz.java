package io.axptoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What fuzz targets share. A target takes bytes as they come from the network or a file and throws
 * if a property does not hold; {@code script/fuzz} makes the bytes, and the tests replay those that
 * are kept in {@code src/test/fuzz/NAME}.
 */
public final class Fuzz {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Fuzz() {}

  /**
   * States a property.
   *
   * @throws AssertionError with that sentence if it does not hold
   */
  public static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new AssertionError(sentence);
    }
  }

  /** The bytes as text, one character each, as HTTP's header fields come. */
  public static String latin(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }

  /** The bytes as text in UTF-8, whatever is none replaced. */
  public static String utf8(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /** What stands before the first line break, which is there even where the input has none. */
  public static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** What stands behind the first line break. */
  public static String afterFirstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1);
  }

  /** The input in a file of its own, which the next input of the same name overwrites. */
  public static Path file(String name, byte[] input) {
    try {
      Path file = Folder.SHARED.resolve(name);
      return Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each kept input of a target, each with a time that it must keep. */
  public static Stream<DynamicTest> replay(String name, Consumer<byte[]> target) {
    List<Path> kept = kept(Path.of("src/test/fuzz", name));
    require(!kept.isEmpty(), name + " has no kept inputs");
    return Stream.concat(
        Stream.of(test(name + ": nothing at all", Optional.empty(), target)),
        kept.stream()
            .map(file -> test(name + ": " + file.getFileName(), Optional.of(file), target)));
  }

  private static DynamicTest test(String title, Optional<Path> file, Consumer<byte[]> target) {
    return DynamicTest.dynamicTest(
        title,
        () -> {
          byte[] input = file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
          Assertions.assertTimeout(PATIENCE, () -> target.accept(input));
        });
  }

  private static List<Path> kept(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One folder for a whole run; made when the first file is. */
  private static final class Folder {
    static final Path SHARED = create();

    private static Path create() {
      try {
        Path folder = Files.createTempDirectory("fuzz");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
