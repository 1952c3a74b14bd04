package io.axptoken.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All Java in the sandbox's guides is Java, and speaks of methods that are there. */
class GuideSnippetsTest {
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");

  @TempDir private Path classes;

  static Stream<String> snippets() throws IOException {
    String guides =
        Files.readString(Path.of("../docs/sandbox.md"))
            + Files.readString(Path.of("../docs/chat.md"));
    return CODE.matcher(guides).results().map(code -> code.group(1));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void theSnippetCompiles(String snippet) throws IOException {
    assertThat(messages(snippet)).isEmpty();
  }

  @Test
  void aMethodThatIsNotThereIsFound() throws IOException {
    assertThat(messages("sandbox.gone();")).contains("cannot find symbol");
  }

  private String messages(String snippet) throws IOException {
    String code = snippet.replace("…", "");
    boolean isType = code.startsWith("@");
    String source =
        """
        import static org.assertj.core.api.Assertions.assertThat;
        import io.axptoken.sandbox.*;
        import io.axptoken.sandbox.chat.*;
        import io.axptoken.sandbox.chat.push.*;
        import io.axptoken.sandbox.fcm.*;
        import io.axptoken.sandbox.idp.*;
        import io.axptoken.sandbox.junit.*;
        import java.net.URI;
        import java.time.Duration;
        import java.util.List;
        import org.junit.jupiter.api.Test;
        abstract class Guide {
          AxpSandbox sandbox;
          byte[] bytes;
          %s
        }
        """
            .formatted(isType ? code : "void run() throws Exception {" + code + "}");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-proc:none", "-d", classes.toString());
      compiler.getTask(messages, files, null, options, null, List.of(file(source))).call();
    }
    return messages.toString();
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
