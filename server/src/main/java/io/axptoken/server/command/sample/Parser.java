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
 * Reads object literals. Nothing is run: besides literals it knows environment variables with a
 * value in their place, and conversions of them; all else is unknown, and told with its place.
 */
final class Parser {
  private static final int DEEPEST = 16;
  private static final int MOST_OBJECTS = 32;
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> CONVERSIONS = Set.of("Number", "parseInt", "String");

  private final List<Token> words;
  private int at;
  private int depth;

  Parser(List<Token> words) {
    this.words = words;
  }

  /**
   * The first object that something is set to, or that stands alone, and has such a field. What
   * cannot be read before it does no harm.
   */
  Fields findObject(Set<String> names) throws Unreadable {
    Unreadable fault =
        new Unreadable(
            "there is no configuration in it: no object with the sections of the sample");
    int tried = 0;
    for (int begin = 0; begin < words.size() && tried < MOST_OBJECTS; begin++) {
      at = begin;
      depth = 0;
      if (word().isSign("{") && mayBeValue()) {
        tried++;
        try {
          Fields found = object();
          if (found.fields().keySet().stream().anyMatch(names::contains)) {
            return found;
          }
        } catch (Unreadable e) {
          fault = e;
        }
      }
    }
    throw fault;
  }

  private boolean mayBeValue() {
    return at == 0 || words.get(at - 1).isSign("=") || words.get(at - 1).isName("default");
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
    Map<String, Field> fields = new LinkedHashMap<>();
    while (!takeIf("}")) {
      Token key = take();
      if (key.kind() == Kind.END) {
        throw new Unreadable(begin.place(), "an object begins that does not end");
      }
      if (key.kind() == Kind.SIGN || !word().isSign(":")) {
        throw new Unreadable(key.place(), "a field is expected: a name, a colon and a value");
      }
      take();
      Place place = word().place();
      fields.put(key.text(), new Field(value(), place));
      if (!takeIf(",") && !word().isSign("}")) {
        throw new Unreadable(word().place(), "a comma or the end of the object is expected");
      }
    }
    depth--;
    return new Fields(fields);
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
    if (word().isSign("{")) {
      Fields fields = object();
      return isEnd() ? fields : unknown(begin);
    }
    if (word().isSign("[")) {
      Items items = list();
      return isEnd() ? items : unknown(begin);
    }
    Value value = alternatives();
    depth = outside;
    return value != null && isEnd() ? value : unknown(begin);
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
    return new Unknown("an expression that only running it would tell");
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
    while (first instanceof Plain left && takeIf("+")) {
      if (!(single() instanceof Plain right)) {
        return null;
      }
      first = new Plain(left.text() + right.text(), left.truthy() || right.truthy());
    }
    return first;
  }

  private @Nullable Value single() throws Unreadable {
    Token word = take();
    return switch (word.kind()) {
      case STRING -> new Plain(word.text(), !word.text().isEmpty());
      case NUMBER -> number(word.text().replace("_", ""));
      case NAME -> named(word);
      case SIGN -> word.text().equals("(") ? inParentheses() : null;
      case END -> throw new Unreadable(word.place(), "a value is missing");
    };
  }

  private static Plain number(String text) {
    return new Plain(text, !text.matches("0+(\\.0+)?"));
  }

  private @Nullable Value inParentheses() throws Unreadable {
    enter(word());
    Value value = alternatives();
    depth--;
    return takeIf(")") ? value : null;
  }

  private @Nullable Value named(Token word) throws Unreadable {
    return switch (word.text()) {
      case "true", "false" -> new Plain(word.text(), word.text().equals("true"));
      case "null", "undefined" -> new Nothing();
      case "process" -> variable();
      default -> CONVERSIONS.contains(word.text()) ? converted() : null;
    };
  }

  private @Nullable Value converted() throws Unreadable {
    if (!takeIf("(")) {
      return null;
    }
    enter(word());
    Value value = alternatives();
    depth--;
    if (takeIf(",")) {
      take();
    }
    return takeIf(")") ? value : null;
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
