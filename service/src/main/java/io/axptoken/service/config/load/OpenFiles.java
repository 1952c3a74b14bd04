package io.axptoken.service.config.load;

import io.axptoken.service.config.load.SettingsReader.Taken;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.UnparsedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of files with secrets that every account of the machine may read. Those of the file's group
 * may: that is how secrets are handed to a service that runs under an account of its own.
 */
final class OpenFiles {
  private static final int MOST_NAMED = 10;

  private OpenFiles() {}

  /** A warning for each of them, or for the first of very many. */
  static List<String> warnings(List<Taken> values) {
    Map<Path, String> keys = new LinkedHashMap<>();
    for (Taken taken : values) {
      if (taken.property().isSecret() || taken.property().type().equals(FileType.PRIVATE_KEY)) {
        files(taken).forEach(file -> keys.putIfAbsent(file, taken.property().key()));
      }
    }
    List<String> warnings = new ArrayList<>();
    keys.forEach((file, key) -> {
      String mode = modeIfOpen(file);
      if (mode != null) {
        warnings.add(warning(file, key, mode));
      }
    });
    return warnings.size() <= MOST_NAMED ? warnings : shortened(warnings);
  }

  private static List<String> shortened(List<String> warnings) {
    List<String> some = new ArrayList<>(warnings.subList(0, MOST_NAMED));
    some.add(
        "Every account of the machine may read %d more files with secrets."
            .formatted(warnings.size() - MOST_NAMED));
    return some;
  }

  private static String warning(Path file, String key, String mode) {
    String shown = FileType.shown(file);
    return "Every account of the machine may read %s (mode %s), which holds %s: chmod o-rwx %s, or"
            .formatted(shown, mode, key, shown)
        + " defaultMode: 0440 where Kubernetes mounts it.";
  }

  /** The files that a secret is read from; the configuration itself if it stands there openly. */
  private static List<Path> files(Taken taken) {
    List<Path> files = new ArrayList<>();
    for (UnparsedValue.Part part : taken.input().parts()) {
      if (taken.property().isSecret()) {
        files.addAll(Interpolation.filesIn(part.written(), taken.input().folder()));
      } else if (!part.text().isEmpty()) {
        files.add(taken.input().folder().resolve(part.text()));
      }
    }
    if (EffectiveSettings.isOpenSecret(taken)
        && taken.origin().source() == ValueOrigin.Source.FILE) {
      files.add(Path.of(taken.origin().place()));
    }
    return files;
  }

  /** Such as {@code 644}; nothing if others cannot get at it, or there are no such rights here. */
  private static @Nullable String modeIfOpen(Path file) {
    try {
      Path real = file.toRealPath();
      Set<PosixFilePermission> rights = rights(real);
      boolean open = rights.contains(PosixFilePermission.OTHERS_READ) && isReached(real);
      return open ? octal(rights) : null;
    } catch (IOException | SecurityException _) {
      return null;
    }
  }

  /** Whether others may go through all folders on the way. */
  private static boolean isReached(Path file) throws IOException {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (!rights(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static Set<PosixFilePermission> rights(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null ? Set.of() : view.readAttributes().permissions();
  }

  private static String octal(Set<PosixFilePermission> rights) {
    int mode = 0;
    for (PosixFilePermission right : PosixFilePermission.values()) {
      mode = mode << 1 | (rights.contains(right) ? 1 : 0);
    }
    return Integer.toOctalString(mode);
  }
}
