package io.axptoken.deploy.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Holds a written image against the OCI image specification and against our own promises. */
final class ImageRules {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  private final ImageSpec spec;
  private final OciArchive archive;
  private final List<String> faults = new ArrayList<>();

  private ImageRules(ImageSpec spec, OciArchive archive) {
    this.spec = spec;
    this.archive = archive;
  }

  /**
   * Everything that is wrong with a layout as {@link OciIndex} writes it.
   *
   * @throws IOException if it cannot be read to its end: parts missing, or other than their digests
   */
  static List<String> faults(ImageSpec spec, OciArchive archive) throws IOException {
    ImageRules rules = new ImageRules(spec, archive);
    rules.layout();
    return List.copyOf(rules.faults);
  }

  private void layout() throws IOException {
    same("oci-layout", "1.0.0", archive.json(OciArchive.LAYOUT).path("imageLayoutVersion"));
    JsonNode top = archive.json(OciArchive.INDEX);
    index("index.json", top);
    for (JsonNode descriptor : top.path("manifests")) {
      same("index.json", OciIndex.MEDIA_TYPE, descriptor.path("mediaType"));
      JsonNode platforms = archive.jsonBlob(descriptor);
      index("the index of the architectures", platforms);
      for (JsonNode image : platforms.path("manifests")) {
        image(image);
      }
    }
  }

  private void index(String what, JsonNode index) {
    same(what, "2", index.path("schemaVersion"));
    same(what, OciIndex.MEDIA_TYPE, index.path("mediaType"));
    need(!index.path("manifests").isEmpty(), what + " names no manifest");
  }

  private void image(JsonNode descriptor) throws IOException {
    String architecture = descriptor.at("/platform/architecture").asText();
    same(architecture, MANIFEST, descriptor.path("mediaType"));
    JsonNode manifest = archive.jsonBlob(descriptor);
    same(architecture, "2", manifest.path("schemaVersion"));
    same(architecture, CONFIG, manifest.at("/config/mediaType"));
    JsonNode config = archive.jsonBlob(manifest.path("config"));
    config(architecture, config);
    Map<String, TarArchiveEntry> files = new TreeMap<>();
    int layers = manifest.path("layers").size();
    need(layers == config.at("/rootfs/diff_ids").size(), architecture + ": layers and diff_ids");
    for (int i = 0; i < layers; i++) {
      JsonNode layer = manifest.path("layers").path(i);
      same(architecture, LAYER, layer.path("mediaType"));
      files.putAll(layer(layer, config.at("/rootfs/diff_ids").path(i)));
    }
    new FileRules(spec, architecture, files).check(faults);
  }

  private void config(String what, JsonNode config) {
    same(what, what, config.path("architecture"));
    same(what, "linux", config.path("os"));
    same(what, spec.created().toString(), config.path("created"));
    same(what, ImageSpec.USER, config.at("/config/User"));
    need(ImageSpec.USER.matches("[1-9]\\d*:[1-9]\\d*"), "the user must be numeric, and not root");
    List<String> entrypoint = new ArrayList<>();
    config.at("/config/Entrypoint").forEach(word -> entrypoint.add(word.asText()));
    need(entrypoint.equals(ImageSpec.entrypoint()), what + ": entry point is " + entrypoint);
    for (int port : ImageSpec.PORTS) {
      need(config.at("/config/ExposedPorts").has(port + "/tcp"), what + ": no port " + port);
    }
    spec.labels()
        .forEach((name, value) -> same(what, value, config.at("/config/Labels").path(name)));
  }

  private Map<String, TarArchiveEntry> layer(JsonNode descriptor, JsonNode diffId)
      throws IOException {
    byte[] tar;
    try (InputStream zipped =
        new GZIPInputStream(new ByteArrayInputStream(archive.blob(descriptor)))) {
      tar = zipped.readAllBytes();
    }
    same("layer " + descriptor.path("digest").asText(), OciArchive.digest(tar), diffId);
    Map<String, TarArchiveEntry> files = new TreeMap<>();
    try (TarArchiveInputStream entries = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
        files.put("/" + entry.getName().replaceFirst("^/", "").replaceFirst("/$", ""), entry);
      }
    }
    return files;
  }

  private void same(String where, String expected, JsonNode found) {
    need(expected.equals(found.asText()), where + ": " + found + " in place of " + expected);
  }

  private void need(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
