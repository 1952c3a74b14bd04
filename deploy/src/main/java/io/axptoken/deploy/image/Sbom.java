package io.axptoken.deploy.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.axptoken.deploy.image.DebianLock.DebianPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;

/** The bill of materials (CycloneDX) of the server, completed for the image and held against it. */
final class Sbom {
  static final String FILE = ImageSpec.HOME + "/sbom.cdx.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode bill;

  private Sbom(ObjectNode bill) {
    this.bill = bill;
  }

  static Sbom read(Path file) throws IOException {
    return new Sbom((ObjectNode) JSON.readTree(file.toFile()));
  }

  /** The same with packages of Debian besides. */
  Sbom with(List<DebianPackage> packages) {
    ObjectNode more = bill.deepCopy();
    for (DebianPackage one : packages) {
      ObjectNode component = more.withArray("components").addObject();
      component.put("type", "library").put("bom-ref", one.url());
      component.put("name", one.name()).put("version", one.version()).put("scope", "required");
      component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", one.sha256());
      component.putArray("licenses").addObject().put("expression", one.licence());
      component.put("purl", one.url());
      more.withArray("dependencies").addObject().put("ref", one.url()).putArray("dependsOn");
    }
    return new Sbom(more);
  }

  Path write(Path file) throws IOException {
    return Files.writeString(file, bill.toPrettyString() + "\n");
  }

  /**
   * What is wrong with it.
   *
   * @param lib the folder of the jars, each of which must be named, and no other
   * @param thirdParty the list of licences for people, which must say the same
   */
  List<String> faults(Path lib, Path thirdParty) throws IOException {
    List<String> faults = new ArrayList<>();
    new JsonParser()
        .validate(bill, Version.VERSION_16)
        .forEach(fault -> faults.add("sbom: " + fault.getMessage()));
    Set<String> named = new TreeSet<>();
    List<String> rows = Files.readAllLines(thirdParty);
    for (JsonNode component : bill.path("components")) {
      Set<String> licences = licences(component);
      if (licences.isEmpty()) {
        faults.add("sbom: no licence of " + component.path("name").asText());
      }
      if (component.path("purl").asText().startsWith("pkg:maven/")) {
        String name = component.path("name").asText();
        named.add(name + "-" + component.path("version").asText() + ".jar");
        if (!component.path("group").asText().equals("io.axptoken")
            && !agrees(rows, name, licences)) {
          faults.add("sbom: " + name + " is under " + licences + ", THIRD-PARTY.md says otherwise");
        }
      }
    }
    Set<String> shipped = jars(lib);
    if (!named.equals(shipped)) {
      faults.add("sbom: it names " + named + ", the jars are " + shipped);
    }
    return faults;
  }

  private static boolean agrees(List<String> rows, String name, Set<String> licences) {
    return rows.stream()
        .filter(row -> row.contains("`" + name + "`"))
        .anyMatch(row -> licences.stream().anyMatch(row::contains));
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode choice : component.path("licenses")) {
      Stream.of("/license/id", "/license/name", "/expression")
          .map(choice::at)
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .forEach(licences::add);
    }
    return licences;
  }

  private static Set<String> jars(Path lib) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(lib)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(names::add);
    }
    return names;
  }
}
