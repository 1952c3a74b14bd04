package io.axptoken.bench.scene;

import io.axptoken.bench.result.SceneResult;
import java.io.IOException;

/** One way to measure the server. */
public interface Scene {
  /** What the command line calls it. */
  String name();

  /** What it is, for people. */
  String title();

  /** Measures. A run that is void is an exception that says why. */
  SceneResult play(Stage stage) throws IOException, InterruptedException;
}
