package io.axptoken.site;

import java.io.IOException;

/** What stands in the place of a file or folder that a page leads to: its text, or its files. */
final class Listing {
  private static final String FENCE = "~~~~~~~~~~~~";

  private Listing() {}

  static String ofFile(Repository repository, String file) throws IOException {
    return "# `%s`\n\nThe file `%s` of the project.\n\n%s\n%s\n%s\n"
        .formatted(file, file, FENCE, repository.read(file).stripTrailing(), FENCE);
  }

  static String ofFolder(Repository repository, String folder) throws IOException {
    StringBuilder page = new StringBuilder("# `" + folder + "`\n\n");
    page.append("The files in the folder `").append(folder).append("` of the project.\n\n");
    for (String file : repository.files(folder, Integer.MAX_VALUE)) {
      String inside = file.substring(folder.length() + 1);
      page.append("- [").append(inside).append("](").append(name(folder)).append('/');
      page.append(inside).append(")\n");
    }
    return page.toString();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
