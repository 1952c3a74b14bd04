package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.subject.Setup;
import java.io.IOException;

/** Who takes part in a scene: the server, and its callers. */
interface Cast {
  /** How the server is set up; what it needs goes into the workspace. */
  Setup setup(Stage stage, Workspace scene) throws IOException, InterruptedException;

  /** What the callers ask. */
  default Requests requests(Stage stage, Workspace scene, Setup setup)
      throws IOException, InterruptedException {
    return Stage.claimedUsers(scene);
  }
}
