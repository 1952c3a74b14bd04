package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.axptoken.client.TokenPlatform;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build puts into a repository, as it lies in the one that this project takes it from. */
class PublishedFilesTest {
  private static final Map<String, String> MODULES =
      Map.of(
          "axp-client", "io.axptoken.client",
          "axp-sandbox", "io.axptoken.sandbox",
          "axp-sandbox-all", "io.axptoken.sandbox",
          "axp-spring-boot-starter", "io.axptoken.spring",
          "axp-spring-boot-starter-test", "io.axptoken.spring.test");

  @Test
  void eachJarHasItsLicenceItsNoticeAndTheNameOfItsModule() throws Exception {
    List<Path> jars = files(".jar");
    assertTrue(jars.size() >= 4, jars::toString);
    for (Path jar : jars) {
      try (JarFile open = new JarFile(jar.toFile())) {
        assertNotNull(open.getEntry("META-INF/LICENSE"), jar::toString);
        assertNotNull(open.getEntry("META-INF/NOTICE"), jar::toString);
      }
      ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
      assertEquals(MODULES.get(artifact(jar)), module.name());
    }
  }

  @Test
  void eachPomStandsAloneAndHasWhatMavenCentralAsksFor() throws Exception {
    List<Path> poms = files(".pom").stream().filter(pom -> !isParent(pom)).toList();
    assertTrue(poms.size() >= 5, poms::toString);
    for (Path pom : poms) {
      String text = Files.readString(pom);
      for (String part :
          List.of("<name>", "<description>", "<url>", "<license>", "<developer>", "<scm>")) {
        assertTrue(text.contains(part), () -> pom + " lacks " + part);
      }
      assertFalse(text.contains("<parent>"), () -> pom + " has a parent");
      assertFalse(text.contains("axp-testing"), () -> pom + " needs a test helper");
    }
  }

  private static boolean isParent(Path pom) {
    return List.of("axp-token-server", "axp-consumers").contains(artifact(pom));
  }

  private static String artifact(Path file) {
    return file.getParent().getParent().getFileName().toString();
  }

  /** Files of artifacts, of which the name says no more than artifact and version. */
  private static List<Path> files(String ending) throws Exception {
    Path client =
        Path.of(TokenPlatform.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> all = Files.walk(client.getParent().getParent().getParent())) {
      return all.filter(file -> isMain(file, ending)).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the repository cannot be read", e);
    }
  }

  private static boolean isMain(Path file, String ending) {
    String version = file.getParent().getFileName().toString();
    return file.getFileName().toString().equals(artifact(file) + "-" + version + ending);
  }
}
