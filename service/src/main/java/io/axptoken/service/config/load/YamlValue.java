package io.axptoken.service.config.load;

import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.Commas;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.UnparsedValue;
import io.axptoken.service.config.type.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One value as YAML: texts in quotes where they need them, paths absolute, no secret. */
final class YamlValue {
  private static final String FILE = "${file:";

  private final Property<?> property;
  private final UnparsedValue input;
  private final ValueOrigin origin;

  YamlValue(SettingsReader.Taken value) {
    this.property = value.property();
    this.input = value.input();
    this.origin = value.origin();
  }

  /** Where the value comes from. */
  String comment() {
    String from = DisplayText.plain(origin.where());
    return hidesSecret() ? Secret.REDACTED + " " + from : from;
  }

  private boolean hidesSecret() {
    return property.isSecret() && input.parts().stream().anyMatch(part -> !part.text().isEmpty());
  }

  /** The value, on one line. */
  String text() {
    if (hidesSecret() && !isReferred()) {
      String elsewhere = YamlScalar.quoted("${env:" + property.environmentName() + "}");
      return property.isMap()
          ? "{ " + names(elsewhere) + " }"
          : property.isCollection() ? "[" + elsewhere + "]" : elsewhere;
    }
    if (property.isMap()) {
      return map();
    }
    if (!property.isCollection()) {
      return one(input.parts().getFirst());
    }
    Stream<UnparsedValue.Part> parts =
        input.list()
            ? input.parts().stream()
            : Commas.split(input.parts().getFirst().text()).map(UnparsedValue.Part::of);
    return "[" + parts.map(this::one).collect(Collectors.joining(", ")) + "]";
  }

  /** Whether all of a secret stands elsewhere, so that what was written tells nothing. */
  private boolean isReferred() {
    return input.parts().stream()
        .map(UnparsedValue.Part::written)
        .allMatch(Interpolation::isSoleReference);
  }

  private String names(String value) {
    List<String> entries =
        input.parts().stream()
            .map(part -> YamlScalar.quoted(String.valueOf(part.name())) + ": " + value)
            .distinct()
            .toList();
    return String.join(", ", entries);
  }

  private String map() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (UnparsedValue.Part part : input.parts()) {
      byName
          .computeIfAbsent(Objects.requireNonNull(part.name()), _ -> new ArrayList<>())
          .add(one(part));
    }
    if (byName.isEmpty()) {
      return "{}";
    }
    List<String> entries = new ArrayList<>();
    byName.forEach((name, values) -> {
      String list = String.join(", ", values);
      entries.add(YamlScalar.quoted(name) + ": " + (values.size() > 1 ? "[" + list + "]" : list));
    });
    return "{ " + String.join(", ", entries) + " }";
  }

  private String one(UnparsedValue.Part part) {
    if (property.isSecret() && !part.text().isEmpty()) {
      return YamlScalar.quoted(absolute(part.written()));
    }
    String text = isPath() && !part.text().isEmpty() ? absolutePath(part.text()) : part.text();
    return YamlScalar.literal(text);
  }

  private boolean isPath() {
    return property.type().equals(FileType.PATH)
        || property.type().equals(FileType.PRIVATE_KEY)
        || property.type().equals(FileType.READABLE)
        || (property.type() instanceof ValueType.Many<?> many
            && many.element().equals(FileType.ONE_READABLE));
  }

  private String absolutePath(String path) {
    return input.folder().resolve(Path.of(path)).toAbsolutePath().normalize().toString();
  }

  private String absolute(String reference) {
    return reference.startsWith(FILE)
        ? FILE + absolutePath(reference.substring(FILE.length(), reference.length() - 1)) + "}"
        : reference;
  }
}
