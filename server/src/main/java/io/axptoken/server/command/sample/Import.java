package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Value.Either;
import io.axptoken.server.command.sample.Value.Items;
import io.axptoken.server.command.sample.Value.More;
import io.axptoken.server.command.sample.Value.Nothing;
import io.axptoken.server.command.sample.Value.Plain;
import io.axptoken.server.command.sample.Value.Unknown;
import io.axptoken.server.command.sample.Value.Variable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file of the sample becomes here: values by our keys, and notes for the operator. */
public final class Import {
  private final Path file;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> notCarried = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean incomplete;

  private Import(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws Unreadable if it is none of the sample's
   */
  public static Import of(Path file) throws Unreadable {
    Import done = new Import(file);
    Sample.Contents contents = Sample.read(file);
    contents.settings().forEach(done::take);
    if (contents.isOlder()) {
      done.values.put(Target.CHAT_SDK, List.of("true"));
      done.notes.add(
          Target.CHAT_SDK + " is true, so that clients of the Chat SDK find POST /v1/getJWT here.");
    }
    return done;
  }

  /**
   * The values by their keys; a list has any number of them, another setting one. They are written
   * as in our configuration: references are ours.
   */
  public Map<String, List<String>> values() {
    return values;
  }

  /** What was left behind, and why. */
  public List<String> notCarried() {
    return notCarried;
  }

  /** What became another than it was. */
  public List<String> notes() {
    return notes;
  }

  /** The settings without which there are no tokens, and that are not there, or placeholders. */
  public List<String> missing() {
    return Target.REQUIRED.stream().filter(key -> !isThere(values.get(key))).toList();
  }

  private static boolean isThere(@Nullable List<String> value) {
    return value != null && !value.getFirst().matches("\\s*<[^<>]*>\\s*");
  }

  /** Whether a setting that we have was left behind, or one is missing. */
  public boolean isIncomplete() {
    return incomplete || !missing().isEmpty();
  }

  private void take(Sample.Setting setting) {
    if (setting.value() instanceof More) {
      miss(setting, MORE);
      return;
    }
    String key = Target.of(setting);
    if (key == null && setting.value() instanceof Unknown(String why)) {
      miss(setting, why + "; if settings of ours are in it, write them yourself");
      return;
    }
    if (key == null) {
      leave(setting, "there is no such setting here");
      return;
    }
    switch (setting.value()) {
      case Nothing _ -> {}
      case Plain(String text, _, _) -> put(key, List.of(text));
      case Variable variable -> put(key, List.of(variable.reference()));
      case Either(Variable variable, Plain otherwise) -> either(key, variable, otherwise);
      case Items(List<Value> items) -> items(key, setting, items);
      case Unknown(String why) -> miss(setting, why + "; write the value yourself");
      case Value.Fields _, More _ -> leave(setting, "it is no value");
    }
  }

  private static final String MORE =
      "what stands here may add settings or change them, which only running the file would tell;"
          + " compare them yourself";

  private void either(String key, Variable variable, Plain otherwise) {
    put(key, List.of(otherwise.text()));
    notes.add(
        key
            + " was the environment variable "
            + shown(variable.name())
            + " or else a value: the value is carried. The variable of this setting is "
            + variableOf(key)
            + ", which overrides it.");
  }

  private static String variableOf(String key) {
    return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])|\\.", "_").toUpperCase(Locale.ROOT);
  }

  private void items(String key, Sample.Setting setting, List<Value> items) {
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof Plain(String text, _, _))) {
        miss(setting, "its list has something else than plain values");
        return;
      }
      texts.add(text);
    }
    if (!key.equals(Target.ORIGINS)) {
      miss(setting, "it is a list");
    } else {
      put(key, texts);
    }
  }

  private void put(String key, List<String> texts) {
    if (!key.equals(Target.ORIGINS) && texts.getFirst().isEmpty()) {
      return;
    }
    List<String> ours =
        key.equals(Target.ORIGINS)
            ? texts.stream().map(this::origin).toList()
            : Target.isPath(key) ? List.of(path(key, texts.getFirst())) : texts;
    if (values.put(key, ours) != null) {
      notes.add(key + " is there more than once: the last one is carried.");
    }
  }

  private String origin(String written) {
    if (written.endsWith("/")) {
      notes.add("An origin of " + Target.ORIGINS + " ended in a slash, which is left away.");
      return written.substring(0, written.length() - 1);
    }
    return written;
  }

  /** Relative paths started at the folder that the sample was started in. */
  private String path(String key, String written) {
    Path beside = sibling(written);
    if (beside == null || !Files.exists(beside)) {
      notes.add(
          key
              + " must be a file that this server can read; a relative path starts at the"
              + " folder of the configuration.");
      return written;
    }
    return beside.toAbsolutePath().normalize().toString();
  }

  private @Nullable Path sibling(String written) {
    try {
      return file.toAbsolutePath().resolveSibling(written);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void miss(Sample.Setting setting, String why) {
    incomplete = true;
    leave(setting, why);
  }

  private void leave(Sample.Setting setting, String why) {
    notCarried.add(shown(setting.key()) + " (" + setting.place() + "): " + why + ".");
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._$-]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }
}
