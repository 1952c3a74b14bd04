package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Token.Kind;
import io.axptoken.server.command.sample.Value.Field;
import io.axptoken.server.command.sample.Value.Fields;
import io.axptoken.server.command.sample.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file's statements, as far as they matter: constants, the object that is the configuration, and
 * what is changed in it further down. All other statements are passed over.
 */
final class Script {
  /** A file that tries us more often is none of the sample's. */
  private static final int MOST_OBJECTS = 32;

  private static final Set<String> CHANGES =
      Set.of("push", "unshift", "splice", "pop", "shift", "fill", "sort", "reverse");

  private final List<Token> words;
  private final Map<String, Value> constants = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Parser parser;
  private final Map<Integer, Value> read = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private Unreadable fault =
      new Unreadable("there is no configuration in it: no object with the sections of the sample");
  private int objects;

  /**
   * An object that may be the configuration.
   *
   * @param name what it is set to, if anything
   * @param isExported whether others may import it
   */
  private record Candidate(List<String> name, boolean isExported, Fields fields, Token begin) {
    int marks(Set<String> names) {
      return (int) names.stream().filter(fields.fields()::containsKey).count();
    }
  }

  /** A statement that sets, or changes, what that path names. */
  private record Change(List<String> path, Value value, Place place, Token begin) {}

  private Script(List<Token> words) {
    this.words = words;
    this.parser = new Parser(words, constants);
  }

  /**
   * The configuration in these words.
   *
   * @param sections what it has at its top, unless it is the older file
   * @param settings what the older file has there
   */
  static Fields configuration(List<Token> words, Set<String> sections, Set<String> settings)
      throws Unreadable {
    Script script = new Script(words);
    script.read();
    for (Candidate each : script.candidates) {
      script.change(each);
    }
    for (Set<String> marks : List.of(sections, settings)) {
      List<Candidate> best = script.best(marks);
      if (!best.isEmpty()) {
        Fields fields = best.getFirst().fields();
        // Which of them it is, only running the file would tell.
        best.stream().skip(1).forEach(other -> fields.more().add(other.begin().place()));
        return fields;
      }
    }
    throw script.fault;
  }

  /** Those with the most of these names; of them those that are exported, if any is. */
  private List<Candidate> best(Set<String> marks) {
    int most = candidates.stream().mapToInt(each -> each.marks(marks)).max().orElse(0);
    List<Candidate> best =
        candidates.stream().filter(each -> most > 0 && each.marks(marks) == most).toList();
    List<Candidate> exported = best.stream().filter(Candidate::isExported).toList();
    return exported.isEmpty() ? best : exported;
  }

  private void read() {
    int open = 0;
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      if (word.kind() == Kind.SIGN) {
        open += "([{".contains(word.text()) ? 1 : ")]}".contains(word.text()) ? -1 : 0;
        candidate(i);
      } else if (word.kind() == Kind.NAME) {
        constant(i);
        statement(i, open == 0);
      }
    }
  }

  /** An object that something is set to, or given, or that stands alone. */
  private void candidate(int i) {
    Token before = i == 0 ? words.getLast() : words.get(i - 1);
    boolean mayBe =
        i == 0
            || before.isSign("=")
            || before.isSign("(")
            || before.isName("default")
            || before.isName("return");
    if (words.get(i).isSign("{") && mayBe && value(i) instanceof Fields fields) {
      List<String> name = nameBefore(i - 1);
      candidates.add(new Candidate(name, isExported(i, name), fields, words.get(i)));
    }
  }

  private boolean isExported(int i, List<String> name) {
    boolean keyword = name.size() == 1 && i > 3 && words.get(i - 4).isName("export");
    boolean node = !name.isEmpty() && Set.of("module", "exports").contains(name.getFirst());
    return keyword || node || (i > 0 && words.get(i - 1).isName("default"));
  }

  /** A value, if it can be read; objects and lists only so often, since they stand in others. */
  private @Nullable Value value(int begin) {
    Value known = read.get(begin);
    if (known != null) {
      return known;
    }
    boolean scalar = !words.get(begin).isSign("{") && !words.get(begin).isSign("[");
    if (!scalar && ++objects > MOST_OBJECTS) {
      return null;
    }
    try {
      Value value = parser.statement(begin);
      read.put(begin, value);
      return value;
    } catch (Unreadable e) {
      fault = scalar ? fault : e;
      return null;
    }
  }

  private List<String> nameBefore(int equals) {
    List<String> name = new ArrayList<>();
    for (int i = equals - 1; i >= 0 && words.get(i).kind() == Kind.NAME; i -= 2) {
      name.addFirst(words.get(i).text());
      if (i == 0 || !words.get(i - 1).isSign(".")) {
        break;
      }
    }
    return name;
  }

  /** A name that stands for one thing wherever it stands. */
  private void constant(int i) {
    if (!words.get(i).isName("const") || !isSetBehind(i + 2) || i + 3 >= words.size()) {
      return;
    }
    String name = words.get(i + 1).text();
    Value value = value(i + 3);
    if (constants.containsKey(name) || value == null || value instanceof Unknown) {
      ambiguous.add(name);
      constants.remove(name);
    } else if (!ambiguous.contains(name)) {
      constants.put(name, value);
    }
  }

  private boolean isSetBehind(int i) {
    return i + 1 < words.size() && words.get(i).isSign("=") && !words.get(i + 1).isSign("=");
  }

  /** {@code name.path = value}, and what else changes something. */
  private void statement(int i, boolean outermost) {
    if (i > 0 && words.get(i - 1).isSign(".")) {
      return;
    }
    List<String> path = new ArrayList<>();
    int end = path(i, path);
    Place place = words.get(i).place();
    if (path.size() > 1 && words.get(end).isSign("(") && CHANGES.contains(path.getLast())) {
      unknown(path.subList(0, path.size() - 1), place, i);
    } else if (path.equals(List.of("Object", "assign")) && words.get(end).isSign("(")) {
      List<String> target = new ArrayList<>();
      path(end + 1, target);
      unknown(target, place, i);
    } else if (path.size() > 1 && isSetBehind(end)) {
      Value value = outermost && isBegin(i) ? value(end + 1) : null;
      if (value == null) {
        unknown(path, place, i);
      } else {
        changes.add(new Change(path, value, words.get(end + 1).place(), words.get(i)));
      }
    } else if (path.size() > 1 && isChanged(end)) {
      unknown(path, place, i);
    }
  }

  private void unknown(List<String> path, Place place, int i) {
    changes.add(new Change(path, new Unknown(CHANGED), place, words.get(i)));
  }

  private static final String CHANGED = "it is changed here as only running the file would tell";

  /** Sums, and what else ends in an equals sign and is no comparison. */
  private boolean isChanged(int end) {
    return List.of("||", "??", "+", "-").contains(words.get(end).text())
        && words.get(end).kind() == Kind.SIGN
        && isSetBehind(end + 1);
  }

  /** Reads {@code a.b["c"]}, and returns what comes behind it. */
  private int path(int begin, List<String> path) {
    int i = begin;
    if (i >= words.size() || words.get(i).kind() != Kind.NAME) {
      return Math.min(i, words.size() - 1);
    }
    path.add(words.get(i++).text());
    while (i + 2 < words.size()) {
      Token next = words.get(i + 1);
      if (words.get(i).isSign(".") && next.kind() == Kind.NAME) {
        i += 2;
      } else if (words.get(i).isSign("[")
          && next.kind() == Kind.STRING
          && words.get(i + 2).isSign("]")) {
        i += 3;
      } else {
        break;
      }
      path.add(next.text());
    }
    return i;
  }

  /** Whether a statement begins there that nothing before makes depend on something. */
  private boolean isBegin(int i) {
    return i == 0
        || words.get(i - 1).isSign(";")
        || words.get(i - 1).isSign("}")
        || (words.get(i - 1).place().line() < words.get(i).place().line()
            && words.get(i - 1).kind() != Kind.SIGN
            && !words.get(i - 1).isName("else"));
  }

  private void change(Candidate candidate) {
    int own = candidate.name().size();
    for (Change change : changes) {
      if (own > 0
          && change.begin().isBehind(candidate.begin())
          && change.path().size() >= own
          && change.path().subList(0, own).equals(candidate.name())) {
        apply(candidate.fields(), change, own);
      }
    }
  }

  private static void apply(Fields root, Change change, int own) {
    List<String> path = change.path().subList(own, change.path().size());
    if (path.isEmpty()) {
      root.more().add(change.place());
      return;
    }
    Fields section = root;
    for (String name : path.subList(0, path.size() - 1)) {
      Field there = section.fields().get(name);
      if (there == null || !(there.value() instanceof Fields)) {
        there = new Field(new Fields(new LinkedHashMap<>(), new ArrayList<>()), change.place());
        section.fields().put(name, there);
      }
      section = (Fields) there.value();
    }
    Field there = section.fields().get(path.getLast());
    if (change.value() instanceof Unknown
        && there != null
        && there.value() instanceof Fields whole) {
      whole.more().add(change.place());
    } else {
      section.fields().put(path.getLast(), new Field(change.value(), change.place()));
    }
  }
}
