package io.axptoken.bench.subject;

/** What the server is set up to do with the requests. */
public enum Scene {
  /** Each answer is a new token of the platform, as with nginx. */
  FRESH(""),
  /** Each user is given his token again; nginx still asks the platform. */
  REUSE("tokens: { reuse: true, reuseMaxUsers: 20000 }\n");

  private final String settings;

  Scene(String settings) {
    this.settings = settings;
  }

  /** The lines of the server's configuration that make the scene. */
  String settings() {
    return settings;
  }
}
