package io.axptoken.deploy.image;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code script/image}. */
@Command(
    name = "image",
    description = "Builds the container image from a base, a Java and an unpacked package.")
public final class BuildImage implements Callable<Integer> {
  @Option(
      names = "--base",
      required = true,
      description = "Folder with amd64/system, amd64/runtime, arm64/system, arm64/runtime.")
  private Path base = Path.of("");

  @Option(names = "--package", required = true, description = "Folder of the unpacked package.")
  private Path unpacked = Path.of("");

  @Option(names = "--work", required = true, description = "Folder for what is made on the way.")
  private Path work = Path.of("");

  @Option(names = "--output", required = true, description = "Folder that the images go to.")
  private Path output = Path.of("");

  @Option(names = "--sbom", required = true, description = "The server's bill of materials.")
  private Path sbom = Path.of("");

  @Option(names = "--lock", required = true, description = "The list of Debian's packages.")
  private Path lock = Path.of("");

  @Option(names = "--image-version", required = true, description = "The product's version.")
  private String version = "";

  @Option(names = "--revision", description = "The sources' revision.")
  private String revision = "";

  @Option(names = "--created", required = true, description = "The time that everything bears.")
  private Instant created = Instant.EPOCH;

  private BuildImage() {}

  /** Ends with 0 when the images are written and keep all the rules. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BuildImage()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(work);
    Files.createDirectories(output);
    ImageSpec spec = new ImageSpec(version, revision, created);
    String name = ImageSpec.NAME + "-" + version;
    Map<Architecture, OciArchive> images = new EnumMap<>(Architecture.class);
    for (Architecture architecture : Architecture.values()) {
      List<FileEntriesLayer> layers = layers(spec, architecture);
      JibBuild build = new JibBuild(spec, work.resolve("cache"));
      Path single = work.resolve("oci-" + architecture.id() + ".tar");
      build.write(architecture, layers, ImageFormat.OCI, single);
      images.put(architecture, OciArchive.read(single));
      Path docker = output.resolve(name + "-docker-" + architecture.id() + ".tar");
      build.write(architecture, layers, ImageFormat.Docker, docker);
      tell(docker);
    }
    Path joined = output.resolve(name + "-oci.tar");
    new OciIndex(spec).write(images, joined);
    tell(joined);
    List<String> faults = new ArrayList<>(ImageRules.faults(spec, OciArchive.read(joined)));
    for (Architecture architecture : Architecture.values()) {
      faults.addAll(
          bill(architecture).faults(unpacked.resolve("lib"), unpacked.resolve("THIRD-PARTY.md")));
    }
    faults.forEach(System.err::println);
    return faults.isEmpty() ? 0 : 1;
  }

  private List<FileEntriesLayer> layers(ImageSpec spec, Architecture architecture)
      throws IOException {
    Layers layers = new Layers(spec.created());
    Path own = base.resolve(architecture.id());
    ProgramFiles program = new ProgramFiles(unpacked, work);
    return List.of(
        layers.ofFolder("system", own.resolve("system")),
        layers.ofFolder("runtime", own.resolve("runtime")),
        layers.of("libraries", program.libraries()),
        layers.of("application", program.application()),
        layers.of("sbom", program.alone(Sbom.FILE, bill(architecture).write(bills(architecture)))));
  }

  private Sbom bill(Architecture architecture) throws IOException {
    return Sbom.read(sbom).with(DebianLock.read(lock, architecture));
  }

  private Path bills(Architecture architecture) {
    return work.resolve("sbom-" + architecture.id() + ".json");
  }

  private static void tell(Path image) throws IOException {
    System.out.printf("%s  %.1f MB%n", image, Files.size(image) / 1e6);
  }
}
