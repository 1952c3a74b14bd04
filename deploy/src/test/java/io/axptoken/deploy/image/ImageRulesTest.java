package io.axptoken.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged of an image before it is handed out. */
class ImageRulesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void anImageAsWeBuildItHasNoFault() throws IOException {
    TinyImage image = new TinyImage(folder);
    assertThat(faults(image.write("image", image.layers()))).isEmpty();
  }

  @Test
  void theSameFilesMakeTheSameBytes() throws IOException {
    TinyImage image = new TinyImage(folder);
    Path first = image.write("first", image.layers());
    Path second = image.write("second", image.layers());
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void itNamesBothArchitecturesForEnginesToChooseFrom() throws IOException {
    TinyImage image = new TinyImage(folder);
    OciArchive archive = OciArchive.read(image.write("image", image.layers()));
    var platforms = archive.jsonBlob(archive.json("index.json").at("/manifests/0"));
    assertThat(platforms.findValuesAsText("architecture")).containsExactly("amd64", "arm64");
  }

  @Test
  void aShellIsAFaultAndSoIsAnyOtherProgram() throws IOException {
    assertThat(faultsWith("/bin/sh", "755", Instant.parse("2026-01-01T00:00:00Z"), "0:0"))
        .contains("amd64: /bin/sh can be started");
  }

  @Test
  void aFileThatEverybodyMayWriteIsAFault() throws IOException {
    assertThat(faultsWith("/etc/x", "666", Instant.parse("2026-01-01T00:00:00Z"), "0:0"))
        .contains("arm64: /etc/x has mode 666");
  }

  @Test
  void aFileOfTheServersUserIsAFault() throws IOException {
    assertThat(faultsWith("/etc/x", "644", Instant.parse("2026-01-01T00:00:00Z"), "65532:65532"))
        .contains("amd64: /etc/x belongs to 65532");
  }

  @Test
  void aFileOfTodayIsAFault() throws IOException {
    assertThat(faultsWith("/etc/x", "644", Instant.parse("2026-02-02T00:00:00Z"), "0:0"))
        .contains("amd64: /etc/x is of 2026-02-02T00:00:00Z");
  }

  @Test
  void aMissingJavaIsAFault() throws IOException {
    TinyImage image = new TinyImage(folder);
    Files.delete(folder.resolve("root" + ImageSpec.JAVA));
    assertThat(faults(image.write("image", image.layers())))
        .contains("amd64: /opt/java/bin/java is missing");
  }

  @Test
  void contentsThatAreNotTheirDigestsStopTheReading() throws IOException {
    TinyImage image = new TinyImage(folder);
    OciArchive archive = OciArchive.read(image.write("image", image.layers()));
    Map<String, byte[]> files = new TreeMap<>(archive.files());
    files.replaceAll(
        (name, bytes) -> name.startsWith("blobs/") ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
    assertThatThrownBy(() -> ImageRules.faults(TinyImage.SPEC, new OciArchive(files)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has other contents");
  }

  @Test
  void anImageOfAnotherVersionIsAFault() throws IOException {
    TinyImage image = new TinyImage(folder);
    OciArchive archive = OciArchive.read(image.write("image", image.layers()));
    ImageSpec other = new ImageSpec("9.9.9", "abc", TinyImage.SPEC.created());
    assertThat(ImageRules.faults(other, archive))
        .contains("amd64: \"1.2.3\" in place of 9.9.9", "arm64: \"1.2.3\" in place of 9.9.9");
  }

  private List<String> faultsWith(String path, String mode, Instant time, String owner)
      throws IOException {
    TinyImage image = new TinyImage(folder);
    List<FileEntriesLayer> layers = new ArrayList<>(image.layers());
    Path source = Files.writeString(folder.resolve("more"), "more");
    layers.add(
        FileEntriesLayer.builder()
            .addEntry(
                source,
                AbsoluteUnixPath.get(path),
                FilePermissions.fromOctalString(mode),
                time,
                owner)
            .build());
    return faults(image.write("image", layers));
  }

  private static List<String> faults(Path tar) throws IOException {
    return ImageRules.faults(TinyImage.SPEC, OciArchive.read(tar));
  }
}
