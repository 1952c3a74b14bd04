package io.axptoken.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The server's own files: what of an unpacked package goes into the image, and where to. */
final class ProgramFiles {
  private static final List<String> DOCUMENTS = List.of("LICENSE", "NOTICE", "THIRD-PARTY.md");

  private final Path unpacked;
  private final Path work;

  /**
   * Of one package.
   *
   * @param unpacked its folder, with {@code bin/}, {@code conf/} and {@code lib/}
   * @param work where files that the image alone has are made
   */
  ProgramFiles(Path unpacked, Path work) {
    this.unpacked = unpacked;
    this.work = work;
  }

  /** The jars of others: they change more seldom than ours. */
  Map<String, Path> libraries() throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    jars().stream().filter(jar -> !isOurs(jar)).forEach(jar -> put(files, lib(jar), jar));
    return files;
  }

  /** Our jars, how to start them, the configuration to be replaced, and the licences. */
  Map<String, Path> application() throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    jars().stream().filter(ProgramFiles::isOurs).forEach(jar -> put(files, lib(jar), jar));
    put(files, ImageSpec.ARGUMENTS, arguments());
    put(files, ImageSpec.CONFIGURATION, unpacked.resolve("conf/token-server.yaml"));
    for (String document : DOCUMENTS) {
      put(files, ImageSpec.HOME + "/" + document, unpacked.resolve(document));
    }
    return files;
  }

  /** One file. */
  Map<String, Path> alone(String target, Path source) {
    SortedMap<String, Path> files = new TreeMap<>();
    put(files, target, source);
    return files;
  }

  /** A file and the folders that it stands in. */
  private void put(SortedMap<String, Path> files, String target, Path source) {
    files.put(target, source);
    for (int end = target.lastIndexOf('/'); end > 0; end = target.lastIndexOf('/', end - 1)) {
      files.put(target.substring(0, end), work);
    }
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> lib = Files.list(unpacked.resolve("lib"))) {
      return lib.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith("axp-");
  }

  private static String lib(Path jar) {
    return ImageSpec.HOME + "/lib/" + jar.getFileName();
  }

  /** The argument file of {@code java}: there is no shell in the image to put it together. */
  private Path arguments() throws IOException {
    Launcher launcher = Launcher.ofShell(unpacked.resolve("bin"), "token-server");
    Path flags = unpacked.resolve("lib").resolve(launcher.name() + ".jvm");
    List<String> lines = new ArrayList<>(Files.readAllLines(flags));
    lines.add("-cp");
    lines.add(String.join(":", jars().stream().map(ProgramFiles::lib).toList()));
    lines.add(launcher.mainClass());
    return Files.write(work.resolve("token-server.args"), lines);
  }
}
