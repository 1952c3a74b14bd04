package io.axptoken.deploy.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Writes the image of one architecture to a tar, from nothing but the given layers. */
final class JibBuild {
  private final ImageSpec spec;
  private final Path cache;

  /**
   * A build.
   *
   * @param cache where Jib keeps layers between two images
   */
  JibBuild(ImageSpec spec, Path cache) {
    this.spec = spec;
    this.cache = cache;
  }

  void write(Architecture architecture, List<FileEntriesLayer> layers, ImageFormat format, Path tar)
      throws IOException {
    try {
      JibContainerBuilder image =
          Jib.fromScratch()
              .setPlatforms(Set.of(new Platform(architecture.id(), "linux")))
              .setFileEntriesLayers(layers)
              .setFormat(format)
              .setCreationTime(spec.created())
              .setUser(ImageSpec.USER)
              .setEntrypoint(ImageSpec.entrypoint())
              .setEnvironment(ImageSpec.environment())
              .setExposedPorts(ImageSpec.PORTS.stream().map(Port::tcp).collect(Collectors.toSet()))
              .setLabels(spec.labels());
      image.containerize(to(tar));
    } catch (InvalidImageReferenceException
        | RegistryException
        | CacheDirectoryCreationException
        | ExecutionException e) {
      throw new IOException("Jib cannot write the image for " + architecture.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Containerizer to(Path tar) throws InvalidImageReferenceException {
    return Containerizer.to(TarImage.at(tar).named(ImageSpec.NAME + ":" + spec.version()))
        .setApplicationLayersCache(cache)
        .setBaseImageLayersCache(cache)
        .setOfflineMode(true)
        .setToolName(ImageSpec.NAME);
  }
}
