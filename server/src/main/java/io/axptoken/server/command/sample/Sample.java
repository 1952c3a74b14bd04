package io.axptoken.server.command.sample;

import io.axptoken.server.command.sample.Value.Field;
import io.axptoken.server.command.sample.Value.Fields;
import io.axptoken.server.command.sample.Value.More;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings of a file of the vendor's sample, {@code configuration.js} or the older JSON. */
final class Sample {
  private static final int MOST_BYTES = 256 * 1024;

  private static final Set<String> SECTIONS = Set.of("server", "axp");

  /** What only the older file has at its top. */
  private static final Set<String> OLDER = Set.of("realm", "labFQDN", "certificatePath", "ttl");

  private static final Set<String> SETTINGS =
      Set.of("realm", "labFQDN", "port", "allowedOrigins", "integrationId", "clientId");

  private Sample() {}

  /**
   * A setting.
   *
   * @param path its names, from the outermost section to its own
   */
  record Setting(List<String> path, Value value, Place place) {
    String name() {
      return path.getLast();
    }

    String key() {
      return String.join(".", path);
    }
  }

  /**
   * What is in a file.
   *
   * @param settings all of them, in their order
   * @param isOlder whether it is of the backend for the Chat SDK
   */
  record Contents(List<Setting> settings, boolean isOlder) {}

  /** All that is in a file. */
  static Contents read(Path file) throws Unreadable {
    Fields root = Script.configuration(Lexer.words(text(file)), SECTIONS, SETTINGS);
    List<Setting> settings = new ArrayList<>();
    collect(List.of(), root, settings);
    return new Contents(settings, root.fields().keySet().stream().anyMatch(OLDER::contains));
  }

  private static void collect(List<String> path, Fields fields, List<Setting> settings) {
    fields
        .fields()
        .forEach((name, field) -> {
          List<String> own = new ArrayList<>(path);
          own.add(name);
          add(own, field, settings);
        });
    List<String> name = path.isEmpty() ? List.of("configuration") : path;
    fields.more().forEach(place -> settings.add(new Setting(name, new More(), place)));
  }

  private static void add(List<String> path, Field field, List<Setting> settings) {
    if (field.value() instanceof Fields section) {
      collect(path, section, settings);
    } else {
      settings.add(new Setting(List.copyOf(path), field.value(), field.place()));
    }
  }

  private static String text(Path file) throws Unreadable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Unreadable(Files.exists(file) ? "it is not a file" : "it does not exist");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Unreadable("it is larger than " + MOST_BYTES / 1024 + " KiB");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("it is not a text in UTF-8");
    } catch (IOException e) {
      throw new Unreadable("it cannot be read");
    }
  }
}
