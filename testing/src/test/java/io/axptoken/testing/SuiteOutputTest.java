package io.axptoken.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteOutputTest {
  private static final String SUITE =
      """
      [INFO] Scanning for projects...
      [INFO] Building AXP token server: testing 0.1.0-SNAPSHOT                  [2/8]
      printed by the guard's own tests: s3cr3t-sample
      [INFO] Building jar: /somewhere/axp-testing.jar
      printed by the guard's own tests: s3cr3t-sample
      [INFO] Building AXP token server 0.1.0-SNAPSHOT                           [5/8]
      INFO: [HTTP] AXP token server listening on port 40000
      INFO: event=token-issued outcome=success integration=default
      @printed@
      [INFO] Tests run: 12, Failures: 0
      [INFO] Building AXP distribution 0.1.0-SNAPSHOT                           [8/8]
      smoke: fine
      """;

  @TempDir Path folder = Path.of("");

  private static String with(String line) {
    return SUITE.replace("@printed@", line);
  }

  @Test
  void aSuiteThatKeepsItsSecretsIsFine() {
    assertThat(SuiteOutput.faults(with("all is well"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln | a JWT in: token=[HERE]",
        "answer jwt.eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln | a JWT in: answer [HERE]",
        "Authorization: Bearer abcdef0123456789abcdef | a bearer token in: Authorization: [HERE]",
        "POST client_secret=abc&x | a client secret in: POST [HERE]&x",
        "key is s3cr3t-9 | a test secret in: key is [HERE]",
        "hello Cust0mer@example.com | a customer's data in: hello [HERE]",
        "a \u001b[31ms3cr3\u001b[0mt-9 | a test secret in: a [HERE]",
        "Unhandled exception | a fault that nobody handled in: Unhandled exception"
      })
  void whatIsForbiddenIsFoundAndNotRepeated(String line, String found) {
    assertThat(SuiteOutput.faults(with(line))).containsExactly("AXP token server: " + found);
  }

  @Test
  void whatOtherProcessesPrintAfterTheTestsIsFoundToo() {
    assertThat(SuiteOutput.faults(with("") + "smoke: | s3cr3t-late"))
        .containsExactly("AXP distribution: a test secret in: smoke: | [HERE]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[INFO] Tests run: 12",
        "AXP token server listening on port 40000",
        "event=token-issued outcome=success",
        "smoke: fine"
      })
  void whatIsNotTheWholeSuitesOutputProvesNothing(String missing) {
    assertThat(SuiteOutput.faults(with("").replace(missing, "")))
        .singleElement()
        .asString()
        .startsWith("nothing in it matches ");
  }

  @Test
  void theStatusTells() throws IOException {
    assertThat(run(with("all is well").getBytes(StandardCharsets.UTF_8)))
        .matches("0 Output of the suite: nothing secret or personal in \\d+ bytes\\.\n");
    assertThat(run(with("s3cr3t-9 \u00ff").getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("1 Output of the suite: AXP token server: a test secret in: [HERE]");
  }

  private String run(byte[] output) throws IOException {
    Path file = Files.write(folder.resolve("suite.log"), output);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      return SuiteOutput.run(file, out) + " " + printed.toString(StandardCharsets.UTF_8);
    }
  }
}
