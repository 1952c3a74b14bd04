package io.axptoken.service.config.type;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map whose keys the operator chooses; where a single text must do, it is written as {@code
 * name=value} pairs, separated by commas, and a name that comes again adds to its list.
 *
 * @param syntax what is accepted, as the end of "must be …"
 * @param name checks a key, and may put it in order
 * @param element how the values are written
 */
public record Mapped<V>(String syntax, ValueType.TextParser<String> name, ValueType<V> element)
    implements ValueType<Map<String, V>> {

  @Override
  public boolean secret() {
    return element.secret();
  }

  @Override
  public boolean isCollection() {
    return true;
  }

  @Override
  public UnparsedValue written(String text, Path folder) {
    return new UnparsedValue(true, Commas.split(text).map(Mapped::pair).toList(), folder);
  }

  /** A pair, or a part without a name if it is none. */
  private static UnparsedValue.Part pair(String text) {
    int sign = text.indexOf('=');
    return sign < 1
        ? UnparsedValue.Part.of(text)
        : UnparsedValue.Part.named(
            text.substring(0, sign).strip(), text.substring(sign + 1).strip());
  }

  @Override
  public Map<String, V> parse(UnparsedValue input) throws InvalidValue {
    Map<String, V> entries = new LinkedHashMap<>();
    List<InvalidValue.Fault> faults = new ArrayList<>();
    grouped(input)
        .forEach((written, parts) -> {
          try {
            boolean list = element.isCollection() || parts.size() > 1;
            V value = element.parse(new UnparsedValue(list, parts, input.folder()));
            if (entries.put(name.parse(written), value) != null) {
              throw InvalidValue.withoutValue("is there more than once", "keep one");
            }
          } catch (InvalidValue e) {
            String value = parts.getFirst().written();
            e.faults().forEach(fault -> faults.add(fault.in(value).at(written)));
          }
        });
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return Collections.unmodifiableMap(entries);
  }

  private Map<String, List<UnparsedValue.Part>> grouped(UnparsedValue input) throws InvalidValue {
    Map<String, List<UnparsedValue.Part>> groups = new LinkedHashMap<>();
    for (UnparsedValue.Part part : input.parts()) {
      if (part.name() == null) {
        throw InvalidValue.withoutValue(
            "must be " + syntax, "write names with a value each, name=value in a single text");
      }
      groups.computeIfAbsent(part.name(), _ -> new ArrayList<>()).add(part);
    }
    return groups;
  }
}
