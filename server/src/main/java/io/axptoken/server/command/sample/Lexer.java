package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides JavaScript, or JSON, into words; comments are left out. */
final class Lexer {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(\\.[0-9]+)?");
  private static final Pattern SIGN =
      Pattern.compile("\\|\\||\\?\\?|=>|\\.\\.\\.|[{}\\[\\]():,;.=+\\-*/?!<>&|%@#^~]");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\$\\{\\s*process\\.env\\.([A-Za-z_][A-Za-z0-9_]*)\\s*}");

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String text) {
    this.text = text;
  }

  /** All words, and one more for the end. */
  static List<Token> words(String text) throws Unreadable {
    Lexer lexer = new Lexer(text);
    List<Token> words = new ArrayList<>();
    do {
      words.add(lexer.next());
    } while (words.getLast().kind() != Kind.END);
    return words;
  }

  private Token next() throws Unreadable {
    skipBlanks();
    Place place = place();
    if (at == text.length()) {
      return new Token(Kind.END, "", place);
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      return new Token(Kind.STRING, string(c, place), place);
    }
    for (Kind kind : List.of(Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
      Matcher word = pattern(kind).matcher(text).region(at, text.length());
      if (word.lookingAt()) {
        at = word.end();
        return new Token(kind, word.group(), place);
      }
    }
    throw new Unreadable(place, "a character that no configuration has here");
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

  private String string(char quote, Place begin) throws Unreadable {
    StringBuilder out = new StringBuilder();
    step();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\n' && quote != '`') {
        break;
      }
      if (c == '\\') {
        escape(out);
      } else if (c == '$' && text.startsWith("${", at)) {
        out.append(quote == '`' ? reference() : literalBrace());
      } else {
        out.append(c);
        step();
      }
    }
    if (at == text.length() || text.charAt(at) != quote) {
      throw new Unreadable(begin, "a text begins that does not end");
    }
    step();
    return out.toString();
  }

  /** In our configuration these two characters begin a reference. */
  private String literalBrace() {
    at += 2;
    return "$${";
  }

  private String reference() throws Unreadable {
    Matcher variable = ENVIRONMENT.matcher(text).region(at, text.length());
    if (!variable.lookingAt()) {
      throw new Unreadable(
          place(), "a template with an expression that only running it would tell");
    }
    at = variable.end();
    return "${env:" + variable.group(1) + "}";
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
