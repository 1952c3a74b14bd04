package io.axptoken.bench.report;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.SceneResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The documents that show what was measured last. */
public final class Documents {
  private static final String USUAL = "bare";

  private final Path images;
  private final List<DocsTable> bare;
  private final DocsTable scenes;

  /** The documents of the project in this folder. */
  public Documents(Path root) {
    images = root.resolve("docs/images");
    bare =
        List.of(
            new DocsTable(root.resolve("README.md"), "bench"),
            new DocsTable(root.resolve("docs/performance.md"), "bench"));
    scenes = new DocsTable(root.resolve("docs/performance.md"), "scenes");
  }

  /** Fails with a clear line when a document has no place for its table. */
  public void requirePlaces() throws IOException {
    for (DocsTable table : bare) {
      table.requirePlace();
    }
    scenes.requirePlace();
  }

  /**
   * Shows these results there, with plots of all scenes; a void bare scene leaves what is there.
   */
  public void update(Conditions conditions, List<SceneResult> results, boolean all)
      throws IOException {
    for (SceneResult scene : results) {
      if (scene.name().equals(USUAL) && scene.voided() == null) {
        for (DocsTable table : bare) {
          table.replace(MarkdownReport.render(conditions, scene.rotations()));
        }
      }
    }
    if (all) {
      Map<String, String> plots = Plots.of(results);
      Files.createDirectories(images);
      for (Map.Entry<String, String> plot : plots.entrySet()) {
        Files.writeString(images.resolve(plot.getKey()), plot.getValue());
      }
      scenes.replace(Overview.render(conditions, results, Plots.markdown(plots)));
    }
  }
}
