package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Token.Kind;
import io.axptoken.server.command.sample.Value.Either;
import io.axptoken.server.command.sample.Value.Field;
import io.axptoken.server.command.sample.Value.Fields;
import io.axptoken.server.command.sample.Value.Items;
import io.axptoken.server.command.sample.Value.Nothing;
import io.axptoken.server.command.sample.Value.Plain;
import io.axptoken.server.command.sample.Value.Unknown;
import io.axptoken.server.command.sample.Value.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values. Nothing is run: besides literals it knows constants, environment variables with a
 * value in their place, conversions of them, and sums of texts; all else is unknown, and passed
 * over.
 */
final class Parser {
  private static final int DEEPEST = 16;
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> CONVERSIONS = Set.of("Number", "parseInt", "String", "Boolean");
  private static final String TEXT = "String";

  private final List<Token> words;
  private final Map<String, Value> constants;
  private int at;
  private int depth;

  /**
   * A reader of these words.
   *
   * @param constants what names stand for; others are unknown
   */
  Parser(List<Token> words, Map<String, Value> constants) {
    this.words = words;
    this.constants = constants;
  }

  /** The value of the statement that begins there. */
  Value statement(int begin) throws Unreadable {
    at = begin;
    depth = 0;
    Value value = literal();
    boolean ends =
        word().kind() == Kind.END
            || isEnd()
            || word().isSign(";")
            || word().isSign(")")
            || (word().place().line() > words.get(at - 1).place().line() && !goesOn());
    return value != null && ends ? value : new Unknown(RUNNING);
  }

  private static final String RUNNING = "an expression that only running it would tell";

  private boolean goesOn() {
    return word().kind() == Kind.SIGN;
  }

  private Token word() {
    return words.get(at);
  }

  private Token take() {
    Token word = word();
    if (word.kind() != Kind.END) {
      at++;
    }
    return word;
  }

  private boolean takeIf(String sign) {
    boolean there = word().isSign(sign);
    if (there) {
      at++;
    }
    return there;
  }

  private Fields object() throws Unreadable {
    Token begin = take();
    enter(begin);
    Fields object = new Fields(new LinkedHashMap<>(), new ArrayList<>());
    while (!takeIf("}")) {
      if (word().kind() == Kind.END) {
        throw new Unreadable(begin.place(), "an object begins that does not end");
      }
      member(object);
      if (!takeIf(",") && !word().isSign("}")) {
        throw new Unreadable(word().place(), "a comma or the end of the object is expected");
      }
    }
    depth--;
    return object;
  }

  /** A field, or something else that only JavaScript has in an object. */
  private void member(Fields object) throws Unreadable {
    int begin = at;
    Token key = take();
    if (key.kind() != Kind.SIGN && takeIf(":")) {
      Place place = word().place();
      object.fields().put(key.text(), new Field(value(), place));
    } else if (key.kind() == Kind.NAME && isEnd()) {
      Value named = constants.getOrDefault(key.text(), new Unknown(RUNNING));
      object.fields().put(key.text(), new Field(named, key.place()));
    } else if (key.isSign("...") && value() instanceof Fields added) {
      object.fields().putAll(added.fields());
      object.more().addAll(added.more());
    } else {
      object.more().add(key.place());
      unknown(begin);
    }
  }

  private Items list() throws Unreadable {
    Token begin = take();
    enter(begin);
    List<Value> items = new ArrayList<>();
    while (!takeIf("]")) {
      if (word().kind() == Kind.END) {
        throw new Unreadable(begin.place(), "a list begins that does not end");
      }
      items.add(value());
      if (!takeIf(",") && !word().isSign("]")) {
        throw new Unreadable(word().place(), "a comma or the end of the list is expected");
      }
    }
    depth--;
    return new Items(items);
  }

  private void enter(Token begin) throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable(begin.place(), "it is nested too deeply for a configuration");
    }
  }

  /** A value up to the next comma or closing bracket; what is no literal is passed over. */
  private Value value() throws Unreadable {
    int begin = at;
    int outside = depth;
    Value value = literal();
    depth = outside;
    return value != null && isEnd() ? value : unknown(begin);
  }

  private @Nullable Value literal() throws Unreadable {
    return word().isSign("{") ? object() : word().isSign("[") ? list() : alternatives();
  }

  private boolean isEnd() {
    return word().isSign(",") || word().isSign("}") || word().isSign("]");
  }

  private Unknown unknown(int begin) throws Unreadable {
    Token first = words.get(begin);
    at = begin;
    int open = 0;
    while (open > 0 || !isEnd()) {
      Token word = take();
      if (word.kind() == Kind.END) {
        throw new Unreadable(first.place(), "a value begins that does not end");
      }
      open += isOneOf(word, "([{") ? 1 : isOneOf(word, ")]}") ? -1 : 0;
    }
    return new Unknown(RUNNING);
  }

  private static boolean isOneOf(Token word, String signs) {
    return word.kind() == Kind.SIGN && word.text().length() == 1 && signs.contains(word.text());
  }

  private @Nullable Value alternatives() throws Unreadable {
    Value first = sum();
    while (first != null && (word().isSign("||") || word().isSign("??"))) {
      boolean nullish = take().text().equals("??");
      first = either(first, sum(), nullish);
    }
    return first;
  }

  private static @Nullable Value either(Value first, @Nullable Value second, boolean nullish) {
    return switch (first) {
      case Plain plain when plain.truthy() || nullish -> plain;
      case Plain _, Nothing _ -> second;
      case Variable variable when second instanceof Plain plain -> new Either(variable, plain);
      default -> null;
    };
  }

  private @Nullable Value sum() throws Unreadable {
    Value first = single();
    while (first != null && takeIf("+")) {
      Value second = single();
      first = second == null ? null : Texts.join(first, second);
    }
    return first;
  }

  private @Nullable Value single() throws Unreadable {
    Token word = take();
    return switch (word.kind()) {
      case STRING -> Plain.text(word.text());
      case NUMBER -> number(word.text().replace("_", ""));
      case NAME -> named(word);
      case SIGN -> word.text().equals("(") ? inParentheses() : null;
      case REGEX -> null;
      case END -> throw new Unreadable(word.place(), "a value is missing");
    };
  }

  private static Plain number(String text) {
    return new Plain(text, !text.matches("0+(\\.0+)?"), false);
  }

  private @Nullable Value inParentheses() throws Unreadable {
    enter(word());
    Value value = alternatives();
    depth--;
    return takeIf(")") ? value : null;
  }

  private @Nullable Value named(Token word) throws Unreadable {
    return switch (word.text()) {
      case "true", "false" -> new Plain(word.text(), word.text().equals("true"), false);
      case "null", "undefined" -> new Nothing();
      case "process" -> variable();
      // Where the file is: our relative paths start there, too.
      case "__dirname" -> Plain.text(".");
      default ->
          CONVERSIONS.contains(word.text())
              ? converted(word.text().equals(TEXT))
              : constants.get(word.text());
    };
  }

  private @Nullable Value converted(boolean toText) throws Unreadable {
    if (!takeIf("(")) {
      return null;
    }
    enter(word());
    Value value = alternatives();
    depth--;
    if (takeIf(",")) {
      take();
    }
    if (!takeIf(")")) {
      return null;
    }
    return value instanceof Plain plain ? new Plain(plain.text(), plain.truthy(), toText) : value;
  }

  private @Nullable Value variable() {
    if (!takeIf(".") || !take().isName("env")) {
      return null;
    }
    if (takeIf(".")) {
      Token name = take();
      return name.kind() == Kind.NAME ? new Variable(name.text()) : null;
    }
    if (takeIf("[")) {
      Token name = take();
      // Anything else would be free to write a reference of another kind.
      boolean known = name.kind() == Kind.STRING && VARIABLE.matcher(name.text()).matches();
      return known && takeIf("]") ? new Variable(name.text()) : null;
    }
    return null;
  }
}
