package io.axptoken.service.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What files look like from outside; where that is the same, their contents are taken to be. Links
 * are followed to their ends, so that exchanging one anywhere on the way to a file is seen, as
 * Kubernetes does with its secrets.
 */
public record FileStamps(Map<Path, Stamp> files) {
  private static final Stamp MISSING = new Stamp(Path.of(""), null, FileTime.fromMillis(0), 0);

  /**
   * One file.
   *
   * @param real where it really is
   * @param key its number on its file system, if that has such
   */
  record Stamp(Path real, @Nullable Object key, FileTime modified, long size) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stamp that
          && size == that.size
          && modified.equals(that.modified)
          && Objects.equals(key, that.key)
          && real.equals(that.real);
    }

    @Override
    public int hashCode() {
      return 31 * modified.hashCode() + real.hashCode();
    }
  }

  /* By hand, as the stamp's: what records make of themselves takes milliseconds of the start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileStamps that && files.equals(that.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  /** Looks at them now. */
  static FileStamps of(Collection<Path> files) {
    Map<Path, Stamp> stamps = new HashMap<>();
    files.forEach(file -> stamps.put(file, stamp(file)));
    return new FileStamps(stamps);
  }

  /** The same of these files; those that were not looked at are now. */
  FileStamps only(Collection<Path> others) {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path file : others) {
      Stamp known = files.get(file);
      stamps.put(file, known == null ? stamp(file) : known);
    }
    return new FileStamps(stamps);
  }

  private static Stamp stamp(Path file) {
    try {
      Path real = file.toRealPath();
      BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
      return new Stamp(real, now.fileKey(), now.lastModifiedTime(), now.size());
    } catch (IOException e) { // It is missing, or on its way.
      return MISSING;
    }
  }
}
