package io.axptoken.deploy.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.axptoken.deploy.settings.ShippedSettings;
import io.axptoken.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be told of the Dockerfile and the compose file without an engine. */
class DockerfileTest {
  private static final Path DOCKER = Path.of("docker");
  private static final Path REPOSITORY = Path.of("..");
  private static final Set<String> INSTRUCTIONS =
      Set.of(
          "FROM",
          "RUN",
          "WORKDIR",
          "COPY",
          "ENV",
          "USER",
          "EXPOSE",
          "STOPSIGNAL",
          "HEALTHCHECK",
          "ENTRYPOINT");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  @Test
  void everyLineIsAnInstructionThatDockerKnows() throws IOException {
    assertThat(instructions().map(line -> line.replaceFirst(" .*", ""))).isSubsetOf(INSTRUCTIONS);
  }

  @Test
  void everyStageStandsOnOneThatCameBefore() throws IOException {
    Set<String> stages = new HashSet<>(Set.of("debian:trixie-slim"));
    for (String line : instructions().toList()) {
      matches(line, "^FROM (\\S+) AS (\\S+)$")
          .forEach(stage -> {
            assertThat(stages).contains(stage.group(1));
            stages.add(stage.group(2));
          });
      matches(line, "^COPY --from=(\\S+)")
          .forEach(copy -> assertThat(stages).contains(copy.group(1)));
    }
    assertThat(stages).contains("sandbox", "token-server");
  }

  @Test
  void commandsAreListsThatNeedNoShell() throws IOException {
    List<String> commands =
        instructions()
            .flatMap(line -> matches(line, "(?:ENTRYPOINT|CMD) (.*)$"))
            .map(hit -> hit.group(1))
            .toList();
    assertThat(commands).hasSize(3);
    for (String command : commands) {
      String program = JSON.readTree(command).get(0).asText();
      assertThat(REPOSITORY.resolve(program.replace("/usr/share/axp-token-server/", ""))).exists();
    }
  }

  @Test
  void theServerRunsAsTheSameUserAsInTheImageWithoutEngine() throws IOException {
    assertThat(instructions()).contains("USER 65532:65532", "EXPOSE 3000 9090");
  }

  @Test
  void theConfigurationOfTheComposeFileIsTheSandboxs() throws IOException {
    String yaml = Files.readString(DOCKER.resolve("token-server.yaml"));
    Settings settings = ShippedSettings.load(yaml, folder).settings();
    assertThat(settings.server().port()).isEqualTo(3000);
    String sandbox = Files.readString(REPOSITORY.resolve("dist/src/main/conf/sandbox.yaml"));
    for (String key : List.of("integrationId", "clientId", "appKey")) {
      assertThat(first(yaml, key)).isEqualTo(first(sandbox, key));
    }
    assertThat(Files.readString(DOCKER.resolve("secrets/axp-client-secret")).strip())
        .isEqualTo(first(sandbox, "clientSecret"));
  }

  @Test
  void everyFileThatTheComposeFileNamesIsThere() throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(DOCKER.resolve("compose.yaml")));
    JsonNode compose = JSON.valueToTree(yaml);
    assertThat(compose.path("services").fieldNames())
        .toIterable()
        .containsExactly("sandbox", "token-server");
    for (JsonNode service : compose.path("services")) {
      Path context = DOCKER.resolve(service.at("/build/context").asText());
      assertThat(context.resolve(service.at("/build/dockerfile").asText())).exists();
      assertThat(service.path("read_only").asBoolean()).isTrue();
    }
    for (JsonNode secret : compose.path("secrets")) {
      assertThat(DOCKER.resolve(secret.path("file").asText())).isRegularFile();
    }
  }

  /** Without comments and empty lines; lines that go on are one. */
  private static Stream<String> instructions() throws IOException {
    String text =
        Files.readString(DOCKER.resolve("Dockerfile"))
            .replaceAll("(?m)^#.*\\n", "")
            .replaceAll("\\\\\\n\\s*", "");
    return text.lines().filter(line -> !line.isBlank());
  }

  private static Stream<MatchResult> matches(String line, String pattern) {
    return Pattern.compile(pattern).matcher(line).results();
  }

  private static String first(String yaml, String key) {
    return matches(yaml, "(?m)^\\s*(?:- )?" + key + ": (\\S+)").findFirst().orElseThrow().group(1);
  }
}
