package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as its users have it: a module, with the dependencies it declares and no other. */
class ConsumerTest {
  private static final Path SOURCES = Path.of("src/consumer/java");

  @TempDir private Path classes;

  @Test
  void aProgramOfJava21IssuesATokenWithNothingButTheDeclaredDependencies() throws Exception {
    /* Annotations are for the compiler alone. */
    String modules =
        Sources.locationOf(TokenPlatform.class)
            + File.pathSeparator
            + Sources.locationOf(JsonFactory.class);

    compile(modules + File.pathSeparator + Sources.locationOf(NullMarked.class));
    assertThat(run(modules + File.pathSeparator + classes)).isEqualTo("issued: true\n");
  }

  @Test
  void theModuleNeedsNothingElseAtRunTime() throws Exception {
    assertThat(descriptor().requires())
        .filteredOn(required -> !required.modifiers().contains(Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("java.base", "java.net.http", "com.fasterxml.jackson.core");
  }

  @Test
  void onlyThePublicFaceAndTheSeamAreExported() throws Exception {
    assertThat(descriptor().exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder("io.axptoken.client", "io.axptoken.client.transport");
  }

  @Test
  void allCodeInTheGuideIsCompiledHereOrInAConsumersProject() throws IOException {
    String guide = Files.readString(Path.of("../docs/library.md"));
    String sources = unindented(java(SOURCES) + java(Path.of("../interop/consumers/src/it")));

    assertThat(Pattern.compile("(?s)```java\n(.*?)```").matcher(guide).results())
        .hasSize(10)
        .allSatisfy(code -> assertThat(sources).contains(unindented(code.group(1))));
  }

  private static String java(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static String unindented(String code) {
    return code.replaceAll("(?m)^ +", "");
  }

  private static ModuleDescriptor descriptor() throws Exception {
    return ModuleFinder.of(Sources.locationOf(TokenPlatform.class))
        .find("io.axptoken.client")
        .orElseThrow()
        .descriptor();
  }

  private void compile(String modules) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> java = files.filter(path -> path.toString().endsWith(".java")).toList();
      Sources.compile(java, classes, "--module-path", modules);
    }
  }

  private static String run(String modules) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process program =
        new ProcessBuilder(java, "--module-path", modules, "--module", "consumer/consumer.Main")
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    program.waitFor();
    return output;
  }
}
