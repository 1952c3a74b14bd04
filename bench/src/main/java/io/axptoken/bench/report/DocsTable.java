package io.axptoken.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place in a document, between two comments, that holds the table as last measured. */
public final class DocsTable {
  private final Path document;
  private final String startMark;
  private final String endMark;

  /** The place of this name in the document. */
  public DocsTable(Path document, String name) {
    this.document = document;
    this.startMark = "<!-- " + name + ":start -->\n";
    this.endMark = "<!-- " + name + ":end -->";
  }

  /** Fails with a clear line when the document or its place is missing. */
  public void requirePlace() throws IOException {
    replaced("");
  }

  /** Puts a new table there. */
  public void replace(String table) throws IOException {
    Files.writeString(document, replaced(table));
  }

  private String replaced(String table) throws IOException {
    String text = Files.isRegularFile(document) ? Files.readString(document) : "";
    int start = text.indexOf(startMark);
    int end = text.indexOf(endMark, Math.max(start, 0));
    if (start < 0 || end < 0) {
      throw new IllegalArgumentException(
          "%s has no place for the table: it needs a line %s and a line %s."
              .formatted(document, startMark.strip(), endMark));
    }
    return text.substring(0, start) + startMark + table + text.substring(end);
  }
}
