package io.axptoken.deploy.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the image is, apart from its files.
 *
 * @param version of the product
 * @param revision of the sources, or empty
 * @param created the time that every file and the image itself bear
 */
record ImageSpec(String version, String revision, Instant created) {
  static final String NAME = "axp-token-server";
  static final String HOME = "/usr/share/" + NAME;
  static final String CONFIGURATION = "/etc/" + NAME + "/token-server.yaml";
  static final String ARGUMENTS = HOME + "/token-server.args";
  static final String JAVA = "/opt/java/bin/java";

  /** Numeric, so that Kubernetes can see that it is not root; in no group with rights. */
  static final String USER = "65532:65532";

  static final List<Integer> PORTS = List.of(3000, 9090);

  /** The JVM with all its flags, and the program: what follows are the program's arguments. */
  static List<String> entrypoint() {
    return List.of(JAVA, "@" + ARGUMENTS);
  }

  static Map<String, String> environment() {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("LANG", "C.UTF-8");
    environment.put("PATH", "/opt/java/bin");
    environment.put("TOKEN_SERVER_CONFIG", CONFIGURATION);
    return environment;
  }

  /** The annotations that OCI names. */
  Map<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("org.opencontainers.image.title", "AXP token server");
    labels.put(
        "org.opencontainers.image.description", "Mints end-user tokens for the Avaya client SDKs.");
    labels.put("org.opencontainers.image.version", version);
    labels.put("org.opencontainers.image.created", created.toString());
    labels.put("org.opencontainers.image.licenses", "Apache-2.0");
    if (!revision.isEmpty()) {
      labels.put("org.opencontainers.image.revision", revision);
    }
    return labels;
  }
}
