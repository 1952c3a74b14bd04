package io.axptoken.service.tls;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PEM file (RFC 7468) with each boundary on a line of its own, whatever it went
 * through on the way here: byte order marks, UTF-16, line breaks of other systems or as {@code \n}
 * in two characters, blocks glued to each other or squeezed into one line. Readers of PEM pass over
 * such blocks without a word.
 *
 * @param text for a reader of PEM
 * @param fault what is wrong with the boundaries and in which line, or {@code null}
 */
public record PemText(String text, @Nullable String fault) {
  private static final Pattern BOUNDARY =
      Pattern.compile("-----(BEGIN|END) ([A-Za-z0-9 #./+_]{1,60})-----");

  /** The text of these bytes. */
  public static PemText of(byte[] bytes) {
    String text = decoded(bytes).replace("\r\n", "\n").replace('\r', '\n');
    if (text.contains("-----BEGIN ")) {
      text = text.replace("\\r\\n", "\n").replace("\\n", "\n");
    }
    return new Boundaries(text).onLinesOfTheirOwn();
  }

  /** Beyond marks and UTF-16, what matters is ASCII: the rest is notes of people. */
  private static String decoded(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || isMark16(bytes[0], bytes[1]))) {
      return withoutMark(
          new String(
              bytes,
              bytes[0] == 0 || bytes[0] == (byte) 0xFE
                  ? StandardCharsets.UTF_16BE
                  : StandardCharsets.UTF_16LE));
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
  }

  private static boolean isMark16(byte first, byte second) {
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** One way through the boundaries of a text. */
  private static final class Boundaries {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private @Nullable String open;
    private int openAt;
    private int copied;
    private int looked;
    private boolean comment;
    private @Nullable String fault;

    Boundaries(String text) {
      this.text = text;
    }

    PemText onLinesOfTheirOwn() {
      Matcher boundary = BOUNDARY.matcher(text);
      while (boundary.find()) {
        if (!isInComment(boundary.start()) || open != null) {
          follow(boundary.group(1).equals("BEGIN"), boundary.group(2), boundary.start());
          copy(boundary);
        }
      }
      if (open != null) {
        foundFault(openAt, "-----BEGIN " + open + "----- has no -----END " + open + "-----");
      }
      return new PemText(out.append(text, copied, text.length()).toString(), fault);
    }

    private void follow(boolean begin, String label, int at) {
      if (begin && open != null) {
        foundFault(openAt, "-----BEGIN " + open + "----- has no -----END " + open + "-----");
      } else if (!begin && !label.equals(open)) {
        foundFault(at, "-----END " + label + "----- has no -----BEGIN " + label + "-----");
      }
      open = begin ? label : null;
      openAt = at;
    }

    private void copy(Matcher boundary) {
      out.append(text, copied, boundary.start());
      if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
      out.append(boundary.group());
      copied = boundary.end();
      if (copied < text.length() && text.charAt(copied) != '\n') {
        out.append('\n');
      }
    }

    /** A line goes on behind a boundary in it; each character is looked at once. */
    private boolean isInComment(int at) {
      String since = text.substring(looked, at);
      int lineBreak = since.lastIndexOf('\n');
      if (lineBreak >= 0 || looked == 0) {
        comment = since.substring(lineBreak + 1).stripLeading().startsWith("#");
      }
      looked = at;
      return comment;
    }

    private void foundFault(int at, String what) {
      if (fault == null) {
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        fault = "line " + line + ": " + what;
      }
    }
  }
}
