package io.axptoken.bench.report;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.SceneResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The documents that show what was measured last. */
public final class Documents {
  private static final String USUAL = "bare";

  private final List<DocsTable> bare;

  /** The documents of the project in this folder. */
  public Documents(Path root) {
    bare =
        List.of(
            new DocsTable(root.resolve("README.md"), "bench"),
            new DocsTable(root.resolve("docs/performance.md"), "bench"));
  }

  /** Fails with a clear line when a document has no place for its table. */
  public void requirePlaces() throws IOException {
    for (DocsTable table : bare) {
      table.requirePlace();
    }
  }

  /** Shows these results there; a void scene leaves what is there. */
  public void update(Conditions conditions, List<SceneResult> scenes, boolean all)
      throws IOException {
    for (SceneResult scene : scenes) {
      if (scene.name().equals(USUAL) && scene.voided() == null) {
        for (DocsTable table : bare) {
          table.replace(MarkdownReport.render(conditions, scene.rotations()));
        }
      }
    }
  }
}
