package io.axptoken.site;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the site consists of: the Markdown pages from the beginning; the files of the repository
 * that they lead to, once a link does.
 */
final class Catalogue {
  private static final String DECISIONS = "docs/adr/";

  private final Repository repository;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, String> assets = new TreeMap<>();

  private Catalogue(Repository repository) {
    this.repository = repository;
  }

  /** Reads the pages of a working copy. */
  static Catalogue of(Repository repository) throws IOException {
    Catalogue catalogue = new Catalogue(repository);
    StringBuilder decisions = new StringBuilder("# Decisions\n\nWhy things are as they are.\n\n");
    for (String file : repository.files("", 1)) {
      catalogue.addMarkdown(file);
    }
    for (String file : repository.files("docs", 2)) {
      catalogue.addMarkdown(file);
      if (file.startsWith(DECISIONS)) {
        String title = repository.read(file).lines().findFirst().orElse("# ").substring(2);
        decisions.append("- [").append(title.replaceFirst("\\. ", "\\\\. "));
        decisions.append("](").append(file.substring(DECISIONS.length())).append(")\n");
      }
    }
    catalogue.add(new Page(DECISIONS, DECISIONS + "README.md", decisions.toString()));
    Problems.in(repository.read(Problems.FILE)).forEach(page -> catalogue.put(page));
    return catalogue;
  }

  /** The pages so far. */
  Collection<Page> pages() {
    return pages.values();
  }

  /** Files of the repository to copy, by their address. */
  Map<String, String> assets() {
    return assets;
  }

  boolean has(String address) {
    return pages.containsKey(address);
  }

  /** Where a file or folder of the repository stands in the site; null if there is none. */
  @Nullable String addressOf(String path) throws IOException {
    String known = addresses.get(path);
    if (known != null) {
      return known;
    }
    if (path.endsWith(".png") || path.endsWith(".svg")) {
      return repository.isFile(path) ? asset(path) : null;
    }
    if (repository.isFile(path)) {
      return add(new Page("source/" + path + "/", path, Listing.ofFile(repository, path)));
    }
    if (repository.isFolder(path) && !path.isEmpty()) {
      return add(new Page("source/" + path + "/", path, Listing.ofFolder(repository, path)));
    }
    return null;
  }

  private String asset(String path) {
    assets.put(path, path);
    return path;
  }

  private void addMarkdown(String file) throws IOException {
    if (file.endsWith(".md")) {
      add(new Page(markdownAddress(file), file, repository.read(file)));
    }
  }

  private String add(Page page) {
    addresses.put(page.source(), page.address());
    if (page.source().endsWith("/README.md")) {
      addresses.put(page.source().replace("/README.md", ""), page.address());
    }
    return put(page);
  }

  private String put(Page page) {
    pages.put(page.address(), page);
    return page.address();
  }

  private static String markdownAddress(String file) {
    if (file.endsWith("README.md")) {
      return file.replace("README.md", "");
    }
    return file.replaceFirst("\\.md$", "/").toLowerCase(Locale.ROOT);
  }
}
