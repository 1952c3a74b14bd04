package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's Javadoc, made by the tool itself, examples included. */
class JavadocTest {
  @TempDir private Path pages;

  @Test
  void theJavadocOfThePublicApiIsMadeWithoutAComplaint() throws Exception {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);

    int code =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(
                out,
                out,
                "-quiet",
                "-Xdoclint:all",
                "-Werror",
                "--release",
                "21",
                "--module-path",
                Sources.dependencies(),
                "--module-source-path",
                "io.axptoken.client=" + Sources.MAIN,
                "--module",
                "io.axptoken.client",
                "-d",
                pages.toString());

    assertThat(said.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(pages.resolve("io.axptoken.client/io/axptoken/client/TokenPlatform.html"))
        .content()
        .contains("platform.issueAndWait(customer)");
    assertThat(Files.exists(pages.resolve("io.axptoken.client/io/axptoken/client/platform")))
        .isFalse();
  }
}
