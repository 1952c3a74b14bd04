package io.axptoken.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.deploy.image.DebianLock.DebianPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials is held against the standard, the jars and the list of licences. */
class SbomTest {
  private static final Path LOCK = Path.of("image/debian.lock");
  private static final String BILL =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
        {"type": "library", "bom-ref": "a", "group": "org.example", "name": "a", "version": "1.0",
         "purl": "pkg:maven/org.example/a@1.0?type=jar",
         "licenses": [{"license": {"id": "MIT"}}]}]}
      """;

  @TempDir private Path folder = Path.of("");
  private Path lib = Path.of("");
  private Path thirdParty = Path.of("");

  @BeforeEach
  void shipOneJar() throws IOException {
    lib = Files.createDirectory(folder.resolve("lib"));
    Files.createFile(lib.resolve("a-1.0.jar"));
    thirdParty = Files.writeString(folder.resolve("THIRD-PARTY.md"), "| A | 1.0 | `a` | MIT |\n");
  }

  @Test
  void aBillOfExactlyWhatShipsHasNoFault() throws IOException {
    assertThat(faults(BILL)).isEmpty();
  }

  @Test
  void withDebiansPackagesItStillKeepsTheStandard() throws IOException {
    List<DebianPackage> packages = DebianLock.read(LOCK, Architecture.ARM64);
    assertThat(packages)
        .extracting(DebianPackage::name)
        .contains("libc6", "openjdk-25-jdk-headless");
    Sbom bill = read(BILL).with(packages);
    assertThat(bill.faults(lib, thirdParty)).isEmpty();
    assertThat(bill.write(folder.resolve("whole.json")))
        .content()
        .contains("pkg:deb/debian/libstdc%2B%2B6@", "GPL-2.0-only WITH Classpath-exception-2.0");
  }

  @Test
  void theLockHasTheSamePackagesForBothArchitectures() throws IOException {
    assertThat(DebianLock.read(LOCK, Architecture.AMD64).stream().map(DebianPackage::name))
        .containsExactlyElementsOf(
            DebianLock.read(LOCK, Architecture.ARM64).stream().map(DebianPackage::name).toList());
  }

  @Test
  void aJarThatIsNotNamedIsAFault() throws IOException {
    Files.createFile(lib.resolve("b-2.0.jar"));
    assertThat(faults(BILL)).singleElement().asString().contains("b-2.0.jar");
  }

  @Test
  void aNameWithoutAJarIsAFault() throws IOException {
    Files.delete(lib.resolve("a-1.0.jar"));
    assertThat(faults(BILL)).singleElement().asString().contains("a-1.0.jar");
  }

  @Test
  void anotherLicenceThanInTheListForPeopleIsAFault() throws IOException {
    assertThat(faults(BILL.replace("\"MIT\"", "\"GPL-3.0-only\"")))
        .containsExactly("sbom: a is under [GPL-3.0-only], THIRD-PARTY.md says otherwise");
  }

  @Test
  void aMissingLicenceIsAFault() throws IOException {
    assertThat(faults(BILL.replace("{\"license\": {\"id\": \"MIT\"}}", "")))
        .contains("sbom: no licence of a");
  }

  @Test
  void whatTheStandardDoesNotKnowIsAFault() throws IOException {
    assertThat(faults(BILL.replace("\"library\"", "\"thing\"")))
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("sbom: "));
  }

  private List<String> faults(String bill) throws IOException {
    return read(bill).faults(lib, thirdParty);
  }

  private Sbom read(String bill) throws IOException {
    return Sbom.read(Files.writeString(folder.resolve("bill.json"), bill));
  }
}
