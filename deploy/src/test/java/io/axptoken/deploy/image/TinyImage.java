package io.axptoken.deploy.image;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An image as small as the rules allow, to be spoilt by tests. */
final class TinyImage {
  static final ImageSpec SPEC =
      new ImageSpec("1.2.3", "abc", Instant.parse("2026-01-01T00:00:00Z"));

  private final Path folder;
  private final Path root;

  TinyImage(Path folder) throws IOException {
    this.folder = folder;
    this.root = folder.resolve("root");
    Files.createDirectories(root.resolve("tmp"));
    for (String path :
        List.of(
            ImageSpec.JAVA,
            ImageSpec.ARGUMENTS,
            ImageSpec.CONFIGURATION,
            "/lib64/ld-linux-x86-64.so.2")) {
      with(path);
    }
  }

  TinyImage with(String path) throws IOException {
    Path file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
    return this;
  }

  List<FileEntriesLayer> layers() throws IOException {
    return List.of(new Layers(SPEC.created()).ofFolder("all", root));
  }

  /** Writes the image, for both architectures, under the given name. */
  Path write(String name, List<FileEntriesLayer> layers) throws IOException {
    Map<Architecture, OciArchive> images = new EnumMap<>(Architecture.class);
    for (Architecture architecture : Architecture.values()) {
      Path single = folder.resolve(name + "-" + architecture.id() + ".tar");
      new JibBuild(SPEC, folder.resolve("cache-" + name))
          .write(architecture, layers, ImageFormat.OCI, single);
      images.put(architecture, OciArchive.read(single));
    }
    Path tar = folder.resolve(name + ".tar");
    new OciIndex(SPEC).write(images, tar);
    return tar;
  }
}
