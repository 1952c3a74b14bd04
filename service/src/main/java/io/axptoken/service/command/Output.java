package io.axptoken.service.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream that remembers why it could not be written, which {@link PrintStream} does not
 * tell: else a full disk would leave half a file and the exit code 0.
 */
public final class Output extends FilterOutputStream {
  private static final String NO_READER = "Broken pipe";

  private volatile @Nullable IOException failure;

  /** Around what is written to, unbuffered. */
  public Output(OutputStream to) {
    super(to);
  }

  /**
   * The text stream onto this.
   *
   * @param wanted what the locale asks for; where that is ASCII alone, UTF-8 is written instead, so
   *     that names and values do not lose their letters without a word
   */
  public PrintStream text(Charset wanted) {
    Charset charset = wanted.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : wanted;
    return new PrintStream(this, true, charset);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * The exit code for a command that ended with {@code code}: none is fine whose output is lost. A
   * reader who has seen enough, as at the end of a pipe, is told nothing.
   */
  public int ending(int code, PrintStream err) {
    IOException lost = failure;
    if (lost == null) {
      return code;
    }
    if (!NO_READER.equals(lost.getMessage())) {
      err.println("Not all of the output could be written: " + lost.getMessage() + ".");
    }
    return code == ExitCode.FINE ? ExitCode.FAILED : code;
  }
}
