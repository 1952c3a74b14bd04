package io.axptoken.bench.report;

import static java.util.stream.Collectors.joining;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.SceneResult;
import java.util.List;

/** A whole run for people. */
public final class Report {
  private Report() {}

  /** Each scene, and under what conditions it was measured. */
  public static String render(Conditions conditions, List<SceneResult> scenes) {
    return scenes.stream().map(scene -> render(conditions, scene)).collect(joining("\n"));
  }

  private static String render(Conditions conditions, SceneResult scene) {
    return scene.rotations().isEmpty()
        ? SceneTable.render(scene)
        : "### " + scene.title() + "\n\n" + MarkdownReport.render(conditions, scene.rotations());
  }
}
