package io.axptoken.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The whole site, as files by their addresses. From the same working copy comes the same site, byte
 * for byte.
 */
final class Site {
  static final String STYLE = "style.css";

  private final Repository repository;

  Site(Path root) {
    this.repository = new Repository(root.toAbsolutePath().normalize());
  }

  /**
   * Renders all pages.
   *
   * @throws IllegalArgumentException if a link leads nowhere
   */
  Map<String, byte[]> render() throws IOException {
    List<String> broken = new ArrayList<>();
    Catalogue catalogue = Catalogue.of(repository);
    Links links = new Links(catalogue, broken);
    Layout layout = new Layout(repository, links);
    Markdown markdown = new Markdown(links);
    Map<String, byte[]> files = new TreeMap<>();
    Set<Page> done = new LinkedHashSet<>();
    for (List<Page> left = left(catalogue, done); !left.isEmpty(); left = left(catalogue, done)) {
      for (Page page : left) {
        String html = layout.around(page, markdown.render(page));
        files.put(page.address() + "index.html", html.getBytes(StandardCharsets.UTF_8));
      }
      done.addAll(left);
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException("Links that lead nowhere: " + broken);
    }
    for (Map.Entry<String, String> asset : catalogue.assets().entrySet()) {
      files.put(asset.getKey(), repository.bytes(asset.getValue()));
    }
    files.put(STYLE, style());
    return files;
  }

  /** Writes the site to a folder. Files there that do not belong to it are removed. */
  void write(Path folder) throws IOException {
    Map<String, byte[]> files = render();
    if (Files.isDirectory(folder)) {
      for (String old : new Repository(folder).files("", Integer.MAX_VALUE)) {
        if (!files.containsKey(old)) {
          Files.delete(folder.resolve(old));
        }
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.write(target, file.getValue());
    }
  }

  /** Pages that were found by links of those that are done. */
  private static List<Page> left(Catalogue catalogue, Set<Page> done) {
    return catalogue.pages().stream().filter(page -> !done.contains(page)).toList();
  }

  private static byte[] style() throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(STYLE)) {
      return Objects.requireNonNull(in, STYLE).readAllBytes();
    }
  }
}
