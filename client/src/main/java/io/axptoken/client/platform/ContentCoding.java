package io.axptoken.client.platform;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes answers in a coding that nobody has asked for (RFC 9110, 8.4.1): gateways on the way
 * compress all the same. What comes out is held to the same bound as any answer.
 */
final class ContentCoding {
  private static final String HEADER = "content-encoding";
  private static final int LONGEST_NAME = 40;
  private static final int ZLIB_METHOD = 8;

  private ContentCoding() {}

  /**
   * The answer with its body as it was meant, or as it came if its coding is unknown or broken.
   *
   * @throws TransportException if the body is too large by then
   */
  static TransportAnswer decoded(TransportAnswer answer) {
    String coding = coding(answer);
    if (coding == null) {
      return answer;
    }
    byte[] body;
    try (InputStream plain = plain(coding, answer.body())) {
      body = plain.readNBytes(Transport.MAX_BODY_BYTES + 1);
    } catch (IOException e) {
      return answer;
    }
    if (body.length > Transport.MAX_BODY_BYTES) {
      throw new TransportException(Reason.TOO_LARGE, null);
    }
    return new TransportAnswer(
        answer.status(), name -> name.equals(HEADER) ? null : answer.headers().apply(name), body);
  }

  private static InputStream plain(String coding, byte[] body) throws IOException {
    InputStream coded = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(coded);
      case "deflate" -> new Inflating(coded, new Inflater(!isZlib(body)));
      default -> throw new IOException("An unknown coding");
    };
  }

  /** Many send bare deflate data under that name, without the frame that belongs to it. */
  private static boolean isZlib(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0f) == ZLIB_METHOD
        && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
  }

  /** Ends its inflater, which has memory outside of the heap. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream coded, Inflater inflater) {
      super(coded, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  private static @Nullable String coding(TransportAnswer answer) {
    String said = answer.headers().apply(HEADER);
    String coding = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
    return coding.isEmpty() || coding.equals("identity") ? null : coding;
  }

  /** What a body is still coded by, for the operator's log, or {@code null} if by nothing. */
  static @Nullable String unknown(TransportAnswer answer) {
    String coding = coding(answer);
    if (coding == null) {
      return null;
    }
    String name = Visible.token(coding, LONGEST_NAME);
    return name == null ? "unprintable" : name;
  }
}
