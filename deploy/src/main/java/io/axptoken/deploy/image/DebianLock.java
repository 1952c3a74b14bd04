package io.axptoken.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of Debian is in the image: {@code deploy/image/debian.lock}. */
final class DebianLock {
  private static final Pattern LINE =
      Pattern.compile("(?m)^([^#\\s]\\S*) (\\S+) (\\S+) (\\S+) (.+)$");

  private DebianLock() {}

  /**
   * A package.
   *
   * @param name as Debian's
   * @param architecture as Debian's
   * @param version as Debian's
   * @param sha256 of the package file
   * @param licence an SPDX expression
   */
  record DebianPackage(
      String name, String architecture, String version, String sha256, String licence) {
    /** The package URL, which is its name in the world. */
    String url() {
      String escaped = version.replace("+", "%2B").replace(":", "%3A").replace("~", "%7E");
      return "pkg:deb/debian/%s@%s?arch=%s&distro=trixie"
          .formatted(name.replace("+", "%2B"), escaped, architecture);
    }
  }

  static List<DebianPackage> read(Path lock, Architecture architecture) throws IOException {
    return LINE.matcher(Files.readString(lock))
        .results()
        .map(DebianLock::of)
        .filter(one -> one.architecture().equals(architecture.id()))
        .toList();
  }

  private static DebianPackage of(MatchResult line) {
    return new DebianPackage(
        line.group(1), line.group(2), line.group(3), line.group(4), line.group(5));
  }
}
