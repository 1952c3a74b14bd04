package io.axptoken.site;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the site. */
public final class Main {
  private Main() {}

  /**
   * Renders the documentation of a working copy.
   *
   * @param args the folder of the working copy, and the folder to write to
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    try {
      new Site(Path.of(args[0])).write(folder);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    System.out.println(folder.resolve("index.html"));
  }
}
