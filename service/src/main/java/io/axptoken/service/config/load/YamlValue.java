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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One value as it is written again: paths absolute, no secret, and no reference but those to
 * secrets.
 */
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
    return YamlLine.of(content());
  }

  private Object content() {
    if (hidesSecret() && !isReferred()) {
      String elsewhere = "${env:" + property.environmentName() + "}";
      return property.isMap()
          ? map(_ -> elsewhere)
          : property.isCollection() ? List.of(elsewhere) : elsewhere;
    }
    if (property.isMap()) {
      return map(this::one);
    }
    if (!property.isCollection()) {
      return one(input.parts().getFirst());
    }
    Stream<UnparsedValue.Part> parts =
        input.list()
            ? input.parts().stream()
            : Commas.split(input.parts().getFirst().text()).map(UnparsedValue.Part::of);
    return parts.map(this::one).toList();
  }

  /** Whether all of a secret stands elsewhere, so that what was written tells nothing. */
  private boolean isReferred() {
    return input.parts().stream()
        .map(UnparsedValue.Part::written)
        .allMatch(Interpolation::isSoleReference);
  }

  private Map<String, Object> map(Function<UnparsedValue.Part, String> text) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (UnparsedValue.Part part : input.parts()) {
      byName
          .computeIfAbsent(Objects.requireNonNull(part.name()), _ -> new ArrayList<>())
          .add(text.apply(part));
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    byName.forEach((name, texts) -> {
      boolean several = Set.copyOf(texts).size() > 1;
      entries.put(name, several ? texts : texts.getFirst());
    });
    return entries;
  }

  private String one(UnparsedValue.Part part) {
    if (property.isSecret() && !part.text().isEmpty()) {
      return absolute(part.written());
    }
    String text = isPath() && !part.text().isEmpty() ? absolutePath(part.text()) : part.text();
    return text.replace("${", "$${");
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
