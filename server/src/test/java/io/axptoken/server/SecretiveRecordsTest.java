package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.TokenPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No record of the library or the server prints what may be a secret, or tell who a customer is.
 */
class SecretiveRecordsTest {
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(?i).*(secret|password|passphrase|appkey|apikey|credential|authorization|cookie|jwt"
              + "|token|body|headers|customer|userid|username|email|phone|subject).*");

  /** What shows its text, or whatever its maker lets it show. */
  private static final Set<String> TELLING =
      Set.of(
          "Ljava/lang/String;",
          "Ljava/util/function/Supplier;",
          "Ljava/util/Map;",
          "Ljava/util/List;",
          "Ljava/util/Optional;",
          "Ljava/lang/CharSequence;");

  /** Names that sound like more than they are. */
  private static final Map<String, String> HARMLESS =
      Map.ofEntries(
          Map.entry("GuestOptions.secrets", "each prints redacted"),
          Map.entry("GuestSettings.secrets", "each prints redacted"),
          Map.entry("JwtSettings.secrets", "each prints redacted"),
          Map.entry("PlatformPlan.secrets", "each prints redacted"),
          Map.entry("TracingSettings.headers", "each prints redacted"),
          Map.entry("GuestOptions.cookieName", "a name"),
          Map.entry("GuestSettings.cookieName", "a name"),
          Map.entry("GatewayHeaders.userId", "a header's name"),
          Map.entry("GatewayHeaders.userName", "a header's name"),
          Map.entry("GatewaySettings.headers", "headers' names"),
          Map.entry("OtelSpan$Sent.headers", "a trace's id"));

  @Test
  void noneIsPrintedByWhatTheCompilerWrites() throws Exception {
    assertThat(printing(TokenPlatform.class)).isEmpty();
    assertThat(printing(Main.class)).isEmpty();
  }

  @Test
  void theRuleFindsOne() throws Exception {
    assertThat(printing(SecretiveRecordsTest.class))
        .anyMatch(found -> found.endsWith("Careless.clientSecret"));
  }

  /** Prints its secret. */
  record Careless(String clientSecret) {}

  private static List<String> printing(Class<?> member) throws Exception {
    URI location = member.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(location))) {
      return printing(Path.of(location));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(location))) {
      return printing(jar.getPath("/"));
    }
  }

  private static List<String> printing(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(file -> file.toString().endsWith(".class")).forEach(file -> look(file, found));
    }
    return found;
  }

  private static void look(Path file, List<String> found) {
    ClassModel type;
    try {
      type = ClassFile.of().parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RecordAttribute components =
        type.findAttribute(java.lang.classfile.Attributes.record()).orElse(null);
    if (components == null || type.methods().stream().noneMatch(SecretiveRecordsTest::printsAll)) {
      return;
    }
    String name = type.thisClass().asInternalName();
    for (RecordComponentInfo component : components.components()) {
      String full = name.substring(name.lastIndexOf('/') + 1) + "." + component.name();
      if (isSensitive(component) && !HARMLESS.containsKey(full)) {
        found.add(full);
      }
    }
  }

  private static boolean isSensitive(RecordComponentInfo component) {
    return SENSITIVE.matcher(component.name().stringValue()).matches()
        && TELLING.contains(component.descriptor().stringValue());
  }

  /** The compiler leaves it to a method that shows every component. */
  private static boolean printsAll(MethodModel method) {
    return method.methodName().equalsString("toString")
        && method.methodType().equalsString("()Ljava/lang/String;")
        && method
            .code()
            .map(code ->
                code.elementStream()
                    .anyMatch(e ->
                        e instanceof InvokeDynamicInstruction call
                            && call.bootstrapMethod()
                                .owner()
                                .displayName()
                                .equals("ObjectMethods")))
            .orElse(false);
  }
}
