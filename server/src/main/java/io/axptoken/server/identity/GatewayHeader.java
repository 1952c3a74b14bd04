package io.axptoken.server.identity;

import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a header that a gateway sets: once or not at all, in UTF-8. */
final class GatewayHeader {
  /** Why a header cannot be read; the message is for the caller. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unreadable(String detail) {
      super(detail, null, false, false);
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  private GatewayHeader() {}

  /** The text, or {@code null} if there is none: an empty one says nothing. */
  static @Nullable String text(MultiMap headers, String name) throws Unreadable {
    List<String> values = headers.getAll(name);
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw new Unreadable("The identity header " + name + " is there more than once.");
    }
    String text = values.getFirst().strip();
    return text.isEmpty() ? null : decoded(text, name);
  }

  /**
   * The text of a header that has one value. Repeated headers become one with commas on the way
   * (RFC 9110, 5.3): such a value may be the gateway's and a stranger's.
   */
  static @Nullable String single(MultiMap headers, String name) throws Unreadable {
    String text = text(headers, name);
    if (text != null && text.indexOf(',') >= 0) {
      throw new Unreadable("The identity header " + name + " has more than one value.");
    }
    return text;
  }

  /** HTTP hands over the bytes as ISO 8859-1, whatever they are. */
  private static String decoded(String text, String name) throws Unreadable {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable("The identity header " + name + " is not valid UTF-8.");
    }
  }
}
