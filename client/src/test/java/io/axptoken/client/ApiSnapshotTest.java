package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The public API as it was accepted last, until there is a release to compare with. A change that
 * is meant is accepted by {@code -Daxp.api.accept=true}, which writes the file anew.
 */
class ApiSnapshotTest {
  private static final Path ACCEPTED = Path.of("src/test/api/axp-client.txt");

  @Test
  void thePublicApiIsTheOneThatWasAccepted() throws Exception {
    List<String> now = PublicApi.in(Sources.locationOf(TokenPlatform.class));
    if (Boolean.getBoolean("axp.api.accept")) {
      Files.createDirectories(ACCEPTED.getParent());
      Files.write(ACCEPTED, now);
    }
    List<String> accepted = Files.readAllLines(ACCEPTED);

    assertThat(accepted)
        .as(
            "gone from the API of the library: code of others breaks. If that is meant, say so in"
                + " CHANGELOG.md under Breaking and run the tests of client/ once with"
                + " -Daxp.api.accept=true")
        .allMatch(now::contains);
    assertThat(now)
        .as("new in the API of the library: if it is meant, accept it by -Daxp.api.accept=true")
        .isEqualTo(accepted);
  }

  @Test
  void theSnapshotKnowsMethodsConstructorsConstantsAndPermittedTypes() throws Exception {
    assertThat(PublicApi.in(Sources.locationOf(TokenPlatform.class)))
        .contains(
            "io.axptoken.client.PlatformConfigBuilder"
                + ": public io.axptoken.client.PlatformConfig"
                + " io.axptoken.client.PlatformConfigBuilder.build()",
            "io.axptoken.client.Resilience"
                + ": public io.axptoken.client.Resilience(int,int,boolean)",
            "io.axptoken.client.PlatformFailure$Kind"
                + ": public static final io.axptoken.client.PlatformFailure$Kind"
                + " io.axptoken.client.PlatformFailure$Kind.BUSY",
            "io.axptoken.client.PlatformFailure: permits io.axptoken.client.Unforeseen")
        .noneMatch(line -> line.contains("io.axptoken.client.platform."));
  }
}
