package io.axptoken.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2"})
  void noCommandIsFineWhoseOutputIsLost(int ended, int code) {
    Output output = failing("No space left on device");
    output.text(StandardCharsets.UTF_8).println("axp:");

    assertThat(output.ending(ended, err)).isEqualTo(code);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "Not all of the output could be written: No space left on device.");
  }

  @Test
  void aReaderWhoHasSeenEnoughIsToldNothing() {
    Output output = failing("Broken pipe");
    output.text(StandardCharsets.UTF_8).println("axp:");

    assertThat(output.ending(0, err)).isEqualTo(1);
    assertThat(said.size()).isZero();
  }

  @Test
  void outputThatArrivesLeavesTheExitCodeAlone() {
    Output output = new Output(new ByteArrayOutputStream());
    output.text(StandardCharsets.UTF_8).println("axp:");

    assertThat(output.ending(0, err)).isZero();
    assertThat(output.ending(1, err)).isEqualTo(1);
    assertThat(said.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"US-ASCII, UTF-8", "UTF-8, UTF-8", "ISO-8859-1, ISO-8859-1"})
  void lettersAreKeptWhereTheLocaleKnowsAsciiAlone(Charset locale, Charset written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Output(bytes).text(locale).print("caf\u00e9");

    assertThat(bytes.toByteArray()).isEqualTo("caf\u00e9".getBytes(written));
  }

  private static Output failing(String message) {
    return new Output(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException(message);
          }
        });
  }
}
