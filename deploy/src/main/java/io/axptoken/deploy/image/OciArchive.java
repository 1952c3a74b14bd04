package io.axptoken.deploy.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An OCI image layout in memory, as a tar holds it.
 *
 * @param files contents by name
 */
record OciArchive(Map<String, byte[]> files) {
  static final String INDEX = "index.json";
  static final String LAYOUT = "oci-layout";
  private static final String BLOBS = "blobs/sha256/";
  private static final ObjectMapper JSON = new ObjectMapper();

  static OciArchive read(Path tar) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar));
        TarArchiveInputStream entries = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
        if (entry.isFile()) {
          files.put(entry.getName(), entries.readAllBytes());
        }
      }
    }
    return new OciArchive(files);
  }

  JsonNode json(String name) throws IOException {
    return JSON.readTree(bytes(name));
  }

  /**
   * What a descriptor points to, which must be there and be what the descriptor says.
   *
   * @throws IOException if it is missing, or differs in size or digest
   */
  byte[] blob(JsonNode descriptor) throws IOException {
    String digest = descriptor.path("digest").asText();
    byte[] blob = bytes(BLOBS + digest.replaceFirst("^sha256:", ""));
    if (!digest.equals(digest(blob))) {
      throw new IOException(digest + " has other contents, digest " + digest(blob));
    }
    if (descriptor.path("size").asLong(-1) != blob.length) {
      throw new IOException(digest + " has " + blob.length + " bytes, not " + descriptor);
    }
    return blob;
  }

  JsonNode jsonBlob(JsonNode descriptor) throws IOException {
    return JSON.readTree(blob(descriptor));
  }

  static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private byte[] bytes(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IOException(name + " is missing");
    }
    return bytes;
  }
}
