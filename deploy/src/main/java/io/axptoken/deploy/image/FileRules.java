package io.axptoken.deploy.image;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * What holds of the files of an image: nothing can be started but Java and the dynamic linker, so
 * there is no shell; nobody but root can change anything; no file gives rights.
 */
final class FileRules {
  private static final int SET_USER_OR_GROUP = 06000;
  private static final int WRITABLE_BY_OTHERS = 022;
  private static final int EXECUTABLE = 0111;
  private static final Pattern LINKER =
      Pattern.compile("/lib(64)?/ld-linux-[a-z0-9_-]+\\.so\\.\\d");
  private static final Set<String> OWN = Set.of("/tmp");

  private final ImageSpec spec;
  private final String architecture;
  private final Map<String, TarArchiveEntry> files;

  FileRules(ImageSpec spec, String architecture, Map<String, TarArchiveEntry> files) {
    this.spec = spec;
    this.architecture = architecture;
    this.files = files;
  }

  void check(List<String> faults) {
    for (String needed : List.of(ImageSpec.JAVA, ImageSpec.ARGUMENTS, ImageSpec.CONFIGURATION)) {
      if (!files.containsKey(needed)) {
        faults.add(architecture + ": " + needed + " is missing");
      }
    }
    files.forEach((path, entry) -> check(path, entry, faults));
  }

  private void check(String path, TarArchiveEntry entry, List<String> faults) {
    String where = architecture + ": " + path;
    int mode = entry.getMode();
    if (!entry.isFile() && !entry.isDirectory()) {
      faults.add(where + " is neither file nor folder");
    }
    if ((mode & (SET_USER_OR_GROUP | WRITABLE_BY_OTHERS)) != 0) {
      faults.add(where + " has mode " + Integer.toOctalString(mode & 07777));
    }
    if (entry.isFile() && (mode & EXECUTABLE) != 0 && !mayBeStarted(path)) {
      faults.add(where + " can be started");
    }
    if (entry.getLongUserId() != 0 && !OWN.contains(path)) {
      faults.add(where + " belongs to " + entry.getLongUserId());
    }
    if (!entry.getLastModifiedTime().toInstant().equals(spec.created())) {
      faults.add(where + " is of " + entry.getLastModifiedTime());
    }
  }

  private static boolean mayBeStarted(String path) {
    return path.equals(ImageSpec.JAVA) || LINKER.matcher(path).matches();
  }
}
