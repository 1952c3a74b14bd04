package io.axptoken.deploy.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Joins the images of several architectures in one OCI layout, for engines to choose from. */
final class OciIndex {
  static final String MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ImageSpec spec;

  OciIndex(ImageSpec spec) {
    this.spec = spec;
  }

  /** Writes a layout whose index names one image: an index of the architectures. */
  void write(Map<Architecture, OciArchive> images, Path tar) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    byte[] platforms = JSON.writeValueAsBytes(platforms(images));
    images.values().forEach(image -> files.putAll(image.files()));
    files.put("blobs/sha256/" + OciArchive.digest(platforms).substring(7), platforms);
    files.put(OciArchive.INDEX, JSON.writeValueAsBytes(top(platforms)));
    pack(files, tar);
  }

  private ObjectNode platforms(Map<Architecture, OciArchive> images) throws IOException {
    ObjectNode index = index();
    for (Map.Entry<Architecture, OciArchive> image : new TreeMap<>(images).entrySet()) {
      JsonNode manifest = image.getValue().json(OciArchive.INDEX).at("/manifests/0");
      ObjectNode descriptor = index.withArray("manifests").addObject();
      for (String key : new String[] {"mediaType", "digest", "size"}) {
        descriptor.set(key, manifest.get(key));
      }
      descriptor.putObject("platform").put("architecture", image.getKey().id()).put("os", "linux");
    }
    ObjectNode annotations = index.putObject("annotations");
    spec.labels().forEach(annotations::put);
    return index;
  }

  private ObjectNode top(byte[] platforms) {
    ObjectNode index = index();
    index
        .withArray("manifests")
        .addObject()
        .put("mediaType", MEDIA_TYPE)
        .put("digest", OciArchive.digest(platforms))
        .put("size", platforms.length)
        .putObject("annotations")
        .put("org.opencontainers.image.ref.name", spec.version());
    return index;
  }

  private static ObjectNode index() {
    return JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MEDIA_TYPE);
  }

  private void pack(SortedMap<String, byte[]> files, Path tar) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(tar));
        TarArchiveOutputStream archive = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        entry.setModTime(spec.created().toEpochMilli());
        archive.putArchiveEntry(entry);
        archive.write(file.getValue());
        archive.closeArchiveEntry();
      }
    }
  }
}
