package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** The library's sources, its dependencies, and the compiler. */
final class Sources {
  static final Path MAIN = Path.of("src/main/java");

  private Sources() {}

  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the library is compiled with. */
  static String dependencies() {
    return locationOf(JsonFactory.class) + File.pathSeparator + locationOf(NullMarked.class);
  }

  /** Compiles these files into the folder, as a Java 21 without a word from the compiler. */
  static void compile(List<Path> files, Path classes, String... more) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options = new ArrayList<>(List.of("--release", "21", "-d", classes.toString()));
    options.addAll(List.of(more));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      compiler.getTask(messages, manager, null, options, null, units).call();
    }
    assertThat(messages.toString()).isEmpty();
  }
}
