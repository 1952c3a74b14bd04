package io.axptoken.server.command;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where this program is installed. Told from the class path, which says where the jars are now:
 * what the JVM remembers of a class may be where the cache of classes was made.
 */
public final class Installation {
  private static final String OWN_JAR = "axp-server-";

  private Installation() {}

  /** The folder that holds {@code lib/} with this program's jar, or {@code null} elsewhere. */
  public static @Nullable Path home() {
    return homeIn(System.getProperty("java.class.path", ""));
  }

  /** The same for a class path. */
  static @Nullable Path homeIn(String classPath) {
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path home = homeOf(entry);
      if (home != null) {
        return home;
      }
    }
    return null;
  }

  private static @Nullable Path homeOf(String entry) {
    if (!entry.endsWith(".jar")) {
      return null;
    }
    try {
      Path jar = Path.of(entry).toAbsolutePath();
      Path lib = jar.getParent();
      boolean own = String.valueOf(jar.getFileName()).startsWith(OWN_JAR);
      return own && lib != null && lib.endsWith("lib") ? lib.getParent() : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
