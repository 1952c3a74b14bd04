package io.axptoken.service.config.load;

import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.UnparsedValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts {@code ${env:NAME}} and {@code ${file:/path}} in; what comes out is not looked at again. */
public final class Interpolation {
  private static final Pattern REFERENCE = Pattern.compile("(\\$\\$\\{)|\\$\\{([^}]*)(\\}?)");
  private static final String FILE = "file:";
  private static final String FORMS = "write ${env:NAME}, ${file:/path}, or $${ for a plain ${";

  private final Map<String, String> environment;
  private final Set<Path> files = new LinkedHashSet<>();

  public Interpolation(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The files that were referred to so far. */
  Set<Path> files() {
    return files;
  }

  /** Whether the text is one reference and nothing else. */
  static boolean isSoleReference(String text) {
    return text.matches("\\$\\{(env|file):[^}]+\\}");
  }

  /** The files that a text refers to, as far as they are such. */
  static List<Path> filesIn(String text, Path folder) {
    List<Path> files = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      String reference = matcher.group(2);
      if (reference != null && reference.startsWith(FILE)) {
        files.add(folder.resolve(reference.substring(FILE.length())));
      }
    }
    return files;
  }

  /** Resolves all references of a value as it was written. */
  UnparsedValue resolve(UnparsedValue written) throws InvalidValue {
    return mayRefer(written) ? resolveParts(written) : written;
  }

  private static boolean mayRefer(UnparsedValue written) {
    for (UnparsedValue.Part part : written.parts()) {
      if (part.written().indexOf('$') >= 0) {
        return true;
      }
    }
    return false;
  }

  private UnparsedValue resolveParts(UnparsedValue written) throws InvalidValue {
    List<UnparsedValue.Part> parts = new ArrayList<>();
    List<InvalidValue.Fault> faults = new ArrayList<>();
    for (UnparsedValue.Part part : written.parts()) {
      List<InvalidValue.Fault> inPart = new ArrayList<>();
      parts.add(part.resolved(resolve(part.written(), written.folder(), inPart)));
      inPart.forEach(fault -> faults.add(fault.at(part.name())));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return new UnparsedValue(written.list(), List.copyOf(parts), written.folder());
  }

  private String resolve(String text, Path folder, List<InvalidValue.Fault> faults) {
    if (!text.contains("${")) {
      return text;
    }
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
      if (reference.startsWith(FILE)) {
        Path file = FileType.resolve(reference.substring(FILE.length()), folder);
        files.add(file);
        return TextFile.referred(file);
      }
    }
    throw InvalidValue.withoutValue("holds a ${…} that is no reference", FORMS);
  }

  private String variable(String name) throws InvalidValue {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw InvalidValue.withoutValue(
          "refers to the environment variable "
              + DisplayText.quoted(name)
              + (value == null ? ", which is not set" : ", which is empty"),
          "set it, or correct its name");
    }
    return value;
  }
}
