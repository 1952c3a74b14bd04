package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aReferenceMayBeAllOrPartOfAValue() {
    Configuration configuration =
        Configuration.minimal()
            .environment("REGION", "eu")
            .environment("NUMBER", "4000")
            .override("axp.hostName", "${env:REGION}.api.example:${env:NUMBER}")
            .override("server.port", "${env:NUMBER}");

    assertThat(configuration.settings().axp().hostName()).isEqualTo("eu.api.example:4000");
    assertThat(configuration.settings().server().port()).isEqualTo(4000);
  }

  @Test
  void listsTakeReferencesWholeAndByEntry() {
    Configuration configuration =
        Configuration.minimal()
            .environment("SITES", "https://a.example,https://b.example")
            .file(folder, "server:", "  allowedOrigins: ${env:SITES}");
    assertThat(configuration.settings().server().allowedOrigins())
        .containsExactly("https://a.example", "https://b.example");

    configuration
        .environment("SITES", "https://a.example")
        .file(folder, "server:", "  allowedOrigins: ['${env:SITES}', https://c.example]");
    assertThat(configuration.settings().server().allowedOrigins())
        .containsExactly("https://a.example", "https://c.example");
  }

  @ParameterizedTest
  @CsvSource({
    "'s3cr3t\n','s3cr3t'",
    "'s3cr3t\r\n','s3cr3t'",
    "'\ufeffs3cr3t','s3cr3t'",
    "'${env:HOME}s3cr3t','${env:HOME}s3cr3t'",
  })
  void aFileIsTakenWithoutItsLastLineBreakAndAsItIs(String content, String secret)
      throws IOException {
    Files.writeString(folder.resolve("secret"), content);

    AxpSettings axp = withSecret("${file:secret}").settings().axp();

    assertThat(axp.clientSecret().reveal()).isEqualTo(secret);
  }

  @Test
  void twoDollarsStandForOne() {
    assertThat(
            Configuration.minimal()
                .override("axp.configId", "$${env:X} $$ $ {} $$${env:Y}")
                .settings()
                .axp()
                .configId())
        .isEqualTo("${env:X} $$ $ {} $${env:Y}");
  }

  @Test
  void whatCannotBeResolvedIsToldByName() throws IOException {
    Files.writeString(folder.resolve("empty"), "\n");
    Files.writeString(folder.resolve("large"), "s3cr3t".repeat(20_000));
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});

    assertThat(withSecret("${env:GONE}").problem())
        .contains("refers to the environment variable \"GONE\", which is not set");
    assertThat(withSecret("${env:EMPTY}").environment("EMPTY", "").problem())
        .contains("which is empty");
    assertThat(withSecret("${file:gone}").problem())
        .contains("refers to the file " + folder.resolve("gone") + ", which does not exist");
    assertThat(withSecret("${file:empty}").problem()).contains("which is empty");
    assertThat(withSecret("${file:large}").problem()).contains("which is larger than 64 KiB");
    assertThat(withSecret("${file:binary}").problem()).contains("which is not a text in UTF-8");
    assertThat(withSecret("${file:.}").problem()).contains("which is a directory");
    assertThat(withSecret("${env:A}${env:B}").problems()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"${s3cr3t}", "s3cr3t${", "${env:s3cr3t", "${ENV:s3cr3t}", "${}"})
  void whatOnlyLooksLikeAReferenceIsRefusedWithoutShowingIt(String secret) {
    assertThat(withSecret("'" + secret + "'").problem())
        .contains("holds a ${…} that is no reference: write ${env:NAME}, ${file:/path}")
        .doesNotContain("s3cr3t");
  }

  @Test
  void aSecretInTheWrongPlaceIsNotShownEither() throws IOException {
    Files.writeString(folder.resolve("secret"), "s3cr3t-in-the-wrong-place");

    Configuration configuration =
        Configuration.minimal()
            .without("AXP_ACCOUNT_ID")
            .file(folder, "axp:", "  accountId: ${file:secret}");

    assertThat(configuration.problem())
        .contains("must be six ASCII letters")
        .contains("but is \"${file:secret}\"")
        .doesNotContain("s3cr3t");
  }

  @Test
  void aSecretInAListIsNotShownEither() {
    assertThat(
            Configuration.minimal()
                .environment("SITES", "s3cr3t,s3cr3t")
                .override("server.allowedOrigins", "${env:SITES}")
                .problems())
        .isNotEmpty()
        .allMatch(problem -> problem.contains("${env:SITES}"))
        .noneMatch(problem -> problem.contains("s3cr3t"));
  }

  private Configuration withSecret(String reference) {
    return Configuration.minimal()
        .without("AXP_CLIENT_SECRET")
        .file(folder, "axp:", "  clientSecret: " + reference);
  }
}
