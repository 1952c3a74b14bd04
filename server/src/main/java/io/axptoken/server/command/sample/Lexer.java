package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides JavaScript, or JSON, into words; comments are left out. A template becomes the sum that
 * it stands for, in parentheses: its texts, and its expressions in parentheses of their own.
 */
final class Lexer {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(\\.[0-9]+)?");
  private static final Pattern SIGN =
      Pattern.compile("\\|\\||\\?\\?|=>|\\.\\.\\.|[{}\\[\\]():,;.=+\\-*/?!<>&|%@#^~]");
  private static final int DEEPEST = 16;
  private static final String UNENDING = "a text begins that does not end";

  private final String text;
  private final List<Token> words = new ArrayList<>();
  private int templates;
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String text) {
    this.text = text;
  }

  /** All words, and one more for the end. */
  static List<Token> words(String text) throws Unreadable {
    Lexer lexer = new Lexer(text);
    lexer.take("");
    lexer.add(Kind.END, "", lexer.place());
    return lexer.words;
  }

  /** Takes words until that sign closes what was open before, or the end. */
  private void take(String closing) throws Unreadable {
    int open = 0;
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      char c = text.charAt(at);
      if (open == 0 && closing.equals(String.valueOf(c))) {
        return;
      }
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      word(c);
    }
  }

  private void word(char c) throws Unreadable {
    Place place = place();
    if (c == '`') {
      template(place);
    } else if (c == '"' || c == '\'') {
      add(Kind.STRING, string(c, place), place);
    } else if (c == '/' && mayBeRegex() && endOfRegex() > 0) {
      at = endOfRegex();
      add(Kind.REGEX, "", place);
    } else {
      for (Kind kind : List.of(Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
        String word = word(pattern(kind));
        if (word != null) {
          add(kind, word, place);
          return;
        }
      }
      throw new Unreadable(place, "a character that no configuration has here");
    }
  }

  private @Nullable String word(Pattern pattern) {
    Matcher word = pattern.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return null;
    }
    at = word.end();
    return word.group();
  }

  private void add(Kind kind, String word, Place place) {
    words.add(new Token(kind, word, place));
  }

  /** Behind a value a slash divides. */
  private boolean mayBeRegex() {
    if (words.isEmpty()) {
      return true;
    }
    Token last = words.getLast();
    return last.isName("return")
        || (last.kind() == Kind.SIGN && !List.of(")", "]", "}").contains(last.text()));
  }

  private static Pattern pattern(Kind kind) {
    return kind == Kind.NUMBER ? NUMBER : kind == Kind.NAME ? NAME : SIGN;
  }

  private Place place() {
    return new Place(line, at - lineStart + 1);
  }

  private void skipBlanks() throws Unreadable {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0') {
        step();
      } else if (text.startsWith("//", at) || (at == 0 && text.startsWith("#!"))) {
        while (at < text.length() && text.charAt(at) != '\n') {
          step();
        }
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() throws Unreadable {
    Place begin = place();
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new Unreadable(begin, "a comment begins that does not end");
    }
    while (at < end + 2) {
      step();
    }
  }

  private void step() {
    if (text.charAt(at++) == '\n') {
      line++;
      lineStart = at;
    }
  }

  /** Where the regular expression ends that begins here, or 0 if none does. */
  private int endOfRegex() {
    boolean inClass = false;
    for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == '/' && !inClass) {
        return i + 1;
      }
      inClass = c == '[' || (inClass && c != ']');
      i += c == '\\' ? 1 : 0;
    }
    return 0;
  }

  private void template(Place begin) throws Unreadable {
    if (++templates > DEEPEST) {
      throw new Unreadable(begin, "it is nested too deeply for a configuration");
    }
    step();
    add(Kind.SIGN, "(", begin);
    while (true) {
      add(Kind.STRING, piece('`', begin), begin);
      if (text.charAt(at) == '`') {
        break;
      }
      Place place = place();
      at += 2;
      add(Kind.SIGN, "+", place);
      add(Kind.SIGN, "(", place);
      take("}");
      if (at == text.length()) {
        throw new Unreadable(begin, UNENDING);
      }
      step();
      add(Kind.SIGN, ")", place);
      add(Kind.SIGN, "+", place);
    }
    step();
    add(Kind.SIGN, ")", begin);
    templates--;
  }

  private String string(char quote, Place begin) throws Unreadable {
    step();
    String string = piece(quote, begin);
    step();
    return string;
  }

  /** Up to the quote, or in a template to an expression. */
  private String piece(char quote, Place begin) throws Unreadable {
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      boolean brace = text.startsWith("${", at);
      if ((c == '\n' && quote != '`') || (brace && quote == '`')) {
        break;
      }
      if (c == '\\') {
        escape(out);
      } else if (brace) {
        out.append(literalBrace());
      } else {
        out.append(c);
        step();
      }
    }
    if (at == text.length() || text.charAt(at) == '\n') {
      throw new Unreadable(begin, UNENDING);
    }
    return out.toString();
  }

  /** In our configuration these two characters begin a reference. */
  private String literalBrace() {
    at += 2;
    return "$${";
  }

  private void escape(StringBuilder out) throws Unreadable {
    Place begin = place();
    step();
    char c = at < text.length() ? text.charAt(at) : '\0';
    int hex = c == 'x' ? 2 : c == 'u' ? 4 : 0;
    if (hex > 0) {
      String digits = text.substring(at + 1, Math.min(text.length(), at + 1 + hex));
      if (!digits.matches("[0-9a-fA-F]{" + hex + "}")) {
        throw new Unreadable(begin, "an escape that is none");
      }
      out.append((char) Integer.parseInt(digits, 16));
      at += 1 + hex;
      return;
    }
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case '\n', '\0' -> {}
      default -> out.append(c);
    }
    if (at < text.length()) {
      step();
    }
  }
}
