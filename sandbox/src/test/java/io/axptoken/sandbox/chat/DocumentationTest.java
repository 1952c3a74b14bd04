package io.axptoken.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/chat.md");
  private static final Path SOURCE =
      Path.of("src/test/java/io/axptoken/sandbox/chat/ConversationTest.java");

  @Test
  void theScriptOfThePageIsTheOneThatIsTested() throws IOException {
    String source = Files.readString(SOURCE);
    String region =
        source.substring(
            source.indexOf("// #region weather") + "// #region weather".length(),
            source.indexOf("// #endregion weather"));

    assertThat(code(Files.readString(PAGE)).contains(code(region))).isTrue();
  }

  /** Without what formatters change. */
  private static String code(String text) {
    return text.replaceAll("\\s+", "");
  }
}
