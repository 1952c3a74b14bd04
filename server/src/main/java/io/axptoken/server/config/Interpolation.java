package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts {@code ${env:NAME}} and {@code ${file:/path}} in; what comes out is not looked at again. */
final class Interpolation {
  private static final Pattern REFERENCE = Pattern.compile("(\\$\\$\\{)|\\$\\{([^}]*)(\\}?)");
  private static final String FORMS = "write ${env:NAME}, ${file:/path}, or $${ for a plain ${";

  private final Map<String, String> environment;

  Interpolation(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether the text is one reference and nothing else. */
  static boolean isSoleReference(String text) {
    return text.matches("\\$\\{(env|file):[^}]+\\}");
  }

  /** Resolves all references of a value; {@link RawValue.Text} and {@link RawValue.Items} only. */
  Input resolve(boolean list, List<String> texts, Path folder) throws InvalidValue {
    List<Input.Part> parts = new ArrayList<>();
    List<InvalidValue.Fault> faults = new ArrayList<>();
    for (String text : texts) {
      parts.add(new Input.Part(resolve(text, folder, faults), text));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return new Input(list, List.copyOf(parts), folder);
  }

  private String resolve(String text, Path folder, List<InvalidValue.Fault> faults) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(resolved, "");
      try {
        resolved.append(matcher.group(1) != null ? "${" : lookUp(matcher, folder));
      } catch (InvalidValue e) {
        faults.addAll(e.faults());
      }
    }
    return matcher.appendTail(resolved).toString();
  }

  private String lookUp(Matcher matcher, Path folder) throws InvalidValue {
    String reference = matcher.group(2);
    if (!matcher.group(3).isEmpty()) {
      if (reference.startsWith("env:")) {
        return variable(reference.substring(4));
      }
      if (reference.startsWith("file:")) {
        return TextFile.referred(reference.substring(5), folder);
      }
    }
    throw InvalidValue.withoutValue("holds a ${…} that is no reference", FORMS);
  }

  private String variable(String name) throws InvalidValue {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw InvalidValue.withoutValue(
          "refers to the environment variable "
              + Shown.quoted(name)
              + (value == null ? ", which is not set" : ", which is empty"),
          "set it, or correct its name");
    }
    return value;
  }
}
