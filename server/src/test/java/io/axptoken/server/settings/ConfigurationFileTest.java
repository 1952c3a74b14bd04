package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aMissingFileIsOneProblem() {
    assertThat(Configuration.none().file(folder.resolve("gone.yaml")).problem())
        .contains("gone.yaml does not exist: name the right file with --config");
  }

  @Test
  void aFolderIsOneProblem() {
    assertThat(Configuration.none().file(folder).problem()).contains("is a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "~\n", "\ufeff"})
  void anEmptyFileIsOneProblem(String text) {
    assertThat(Configuration.none().file(folder, text).problem()).contains("is empty");
  }

  @Test
  void bytesThatAreNoTextAreOneProblem() throws IOException {
    Path file = folder.resolve("binary.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 's', 0});
    assertThat(Configuration.none().file(file).problem())
        .contains("is not a text in UTF-8: save it in UTF-8");
    Files.write(file, new byte[] {'a', 0, 1, 2});
    assertThat(Configuration.none().file(file).problem()).contains("is not valid YAML");
  }

  @Test
  void aHugeFileIsOneProblem() {
    assertThat(Configuration.none().file(folder, "# " + "x".repeat(300_000)).problem())
        .contains("is larger than 256 KiB");
  }

  @Test
  void deepNestingIsOneProblem() {
    String flow = "a: " + "[".repeat(100_000);
    String block = "x:\n".repeat(1);
    for (int i = 1; i < 300; i++) {
      block += " ".repeat(i) + "x:\n";
    }

    assertThat(Configuration.none().file(folder, flow).problem()).contains("nested too deeply");
    assertThat(Configuration.none().file(folder, block).problem()).contains("nested too deeply");
  }

  @Test
  void aBillionLaughsAreOneProblem() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 15; i++) {
      String alias = "*a" + (i - 1);
      text.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
    }

    assertThat(Configuration.none().file(folder, text.toString()).problem())
        .contains("is not valid YAML");
  }

  @Test
  void anAliasOfItselfDoesNoHarm() {
    assertThat(Configuration.minimal().file(folder, "server: &a", "  server: *a").problems())
        .isNotEmpty();
    assertThat(Configuration.minimal().file(folder, "logging: &a", "  level: *a").problems())
        .isNotEmpty();
    assertThat(Configuration.minimal().file(folder, "&a : *a").problems()).isNotEmpty();
    assertThat(Configuration.minimal().file(folder, "? &a [*a]", ": x").problems()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'server: {port: 1, port: 2}',server.port is there more than once",
    "'server: {port: 1}\nserver.port: 2',server.port is there more than once",
    "'server: {}\nserver: {}',server is there more than once",
    "'server: [1]',server must be a section",
    "'server: 3000',server must be a section",
    "'axp:clientSecret:s3cr3t',must hold sections",
    "'- a',must hold sections",
    "'a: 1\n---\nb: 2',more than one YAML document",
    "'server: {port: [1]}','must be a whole number from 0 to 65535, but is a list'",
    "'server: {port: {a: 1}}','must be a whole number from 0 to 65535, but is a section'",
    "'server: {allowedOrigins: {a: 1}}',but is a section",
    "'server: {allowedOrigins: [[a]]}',a list with something else than plain values",
    "'server: {host: !!binary c2VjcmV0}',but is a value with a YAML tag",
    "'server: {host: !java.io.File x}',but is a value with a YAML tag",
    "'server: {? [a] : 1}',has a key that is not a plain text",
    "'server: {? ~ : 1}',has a key that is not a plain text",
  })
  void oddStructuresAreTold(String text, String expected) {
    assertThat(Configuration.minimal().file(folder, text).problem())
        .contains(expected)
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({
    "'axp:\n\tclientSecret: s3cr3t','indent with blanks, not with tabs',2",
    "'axp:\n  clientSecret: s3cr3t: x','quotes around a value with a colon',2",
    "'axp:\n  clientSecret: *s3cr3t',begins with * or &,2",
    "'axp:\n  clientSecret: @s3cr3t',put quotes around,2",
    "'axp:\n  clientSecret: %s3cr3t',put quotes around,2",
    "'axp:\n  clientSecret: !s3!cr3t x',begins with !,2",
    "'axp:\n  clientSecret: \"s3cr3t',check quotes,2",
    "'axp:\n  clientSecret:s3cr3t\n  clientId: x','write a blank after the colon of a key',3",
    "'axp: {clientSecret: s3cr3t','check quotes, colons and indentation',1",
  })
  void whatIsNotYamlIsToldByLineWithoutQuotingTheFile(String text, String advice, int line) {
    String problem = Configuration.minimal().file(folder, text).problem();

    assertThat(problem).contains("is not valid YAML: ").contains(advice).doesNotContain("s3cr3t");
    assertThat(problem).endsWith(".yaml:" + line + ")");
  }

  @Test
  void anchorsAndMergeKeysAreFine() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "management: &local { host: 127.0.0.2, port: 9191 }",
                "server: { <<: *local, port: 1234 }")
            .settings();

    assertThat(settings.management().port()).isEqualTo(9191);
    assertThat(settings.server().host()).isEqualTo("127.0.0.2");
    assertThat(settings.server().port()).isEqualTo(1234);
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreFine() {
    String text = "\ufeffserver:\r\n  port: 1234\r\n  host: localhost\r\n";

    ServerSettings server = Configuration.minimal().file(folder, text).settings().server();

    assertThat(server.port()).isEqualTo(1234);
    assertThat(server.host()).isEqualTo("localhost");
  }

  @Test
  void jsonIsFineToo() {
    String text =
        """
        {
        \t"server": { "port": 1234, "allowedOrigins": ["https://a.example"], "ssl": false },
        \t"axp": { "configId": "x" }
        }
        """;

    Settings settings = Configuration.minimal().file(folder, text).settings();

    assertThat(settings.server().port()).isEqualTo(1234);
    assertThat(settings.axp().configId()).isEqualTo("x");
  }

  @Test
  void emptySectionsAndValuesCountAsNotSet() {
    Settings settings =
        Configuration.minimal().file(folder, "server:", "axp:", "  configId:").settings();

    assertThat(settings.server().port()).isEqualTo(3000);
    assertThat(settings.axp().configId()).isEmpty();
    assertThat(
            Configuration.minimal()
                .without("AXP_APP_KEY")
                .file(folder, "axp:", "  appKey:")
                .problem())
        .contains("axp.appKey is required");
  }

  @ParameterizedTest
  @CsvSource({
    "'server: {prot: 1}',server.prot is not a known setting: did you mean server.port?",
    "'server: {allowed_origins: []}',did you mean server.allowedOrigins?",
    "'server: {sslPassphrase: x, Port: 1}',did you mean server.sslPassPhrase?",
    "'sever: {port: 1}',sever is not a known setting: did you mean server?",
    "'port: 1',did you mean server.port?",
    "'server: {clientSecret: s3cr3t}',did you mean axp.clientSecret?",
    "'axp: {hostname: x}',did you mean axp.hostName?",
    "'axp: {clientSecrte: s3cr3t}',did you mean axp.clientSecret?",
    "'axp: {colour: blue}',axp.colour is not a known setting: remove it",
  })
  void unknownKeysAreProblemsWithTheOneThatWasMeant(String text, String expected) {
    assertThat(Configuration.minimal().file(folder, text).problems())
        .anyMatch(problem -> problem.contains(expected))
        .noneMatch(problem -> problem.contains("s3cr3t"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"\\e[2J\\r\\n\": 1',…",
    "'server: {\"clientSecret=s3cr3t\": 1}',server.clientSecret…",
    "'server: {\"a\\u202Eb\": 1, \"a\\u202Eb\": 1}',server.a…",
  })
  void onlyWhatLooksLikeAKeyIsShownAsOne(String text, String shown) {
    assertThat(Configuration.minimal().file(folder, text).problems())
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith(shown + " is "));
  }

  @Test
  void anEndlessKeyIsCut() {
    assertThat(Configuration.minimal().file(folder, "k".repeat(900) + ": 1").problem())
        .startsWith("k".repeat(64) + "… is not a known setting");
  }

  @Test
  void everyProblemOfEveryLayerIsToldAtOnce() {
    assertThat(
            Configuration.minimal()
                .without("AXP_APP_KEY")
                .file(folder, "server:", "  port: abc", "  hots: x")
                .environment("MANAGEMENT_PORT", "x")
                .override("limits.burst", "0")
                .problems())
        .hasSize(5)
        .anyMatch(problem -> problem.endsWith("token-server.yaml:2)"))
        .anyMatch(problem -> problem.endsWith("token-server.yaml:3)"))
        .anyMatch(problem -> problem.endsWith("(environment variable MANAGEMENT_PORT)"))
        .anyMatch(problem -> problem.endsWith("(command line)"))
        .anyMatch(problem -> problem.startsWith("axp.appKey is required"));
  }

  @Test
  void unreadableFilesAreOneProblem() throws IOException {
    Path file = folder.resolve("text.yaml");
    Files.write(file, "a: \u0001\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Configuration.none().file(file).problem()).contains("is not valid YAML");
  }
}
