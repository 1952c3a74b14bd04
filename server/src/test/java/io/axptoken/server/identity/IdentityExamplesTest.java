package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.TestIdentity;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.IdentitySettings.Mode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs a server with each example that needs no identity provider, and gets a token from it. */
class IdentityExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```yaml\\R(# try: ((?:apiKey|guest|claimed)[^\n]*)\n.*?)```", Pattern.DOTALL);
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern FILE = Pattern.compile("\\$\\{file:([a-z-]+)}");
  private static final String KEY = "axpk_s3cr3t-shop";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> theServerRunsWithIt() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    EXAMPLE
        .matcher(Files.readString(Path.of("../docs/identity.md")))
        .results()
        .forEach(example ->
            tests.add(DynamicTest.dynamicTest(example.group(2), () -> tryOut(example.group(1)))));
    assertThat(tests).hasSizeGreaterThanOrEqualTo(5);
    return tests;
  }

  /** With files in the place of those that an operator has, and the hash of a key that we know. */
  private static void tryOut(String example) throws Exception {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "s3cr3t-of-44-characters-as-openssl-prints-it\n");
    String yaml =
        FILE.matcher(HASH.matcher(example).replaceFirst(TestKeys.sha256(KEY)))
            .replaceAll("\\${file:" + secret + "}");
    var settings = TestIdentity.settings(yaml);
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(),
            s ->
                s.identity(yaml)
                    .allowedOrigins(settings.server().allowedOrigins().toArray(String[]::new)))) {
      assertThat(server.send(request(server, settings.identity().modes())).statusCode())
          .isEqualTo(200);
    }
  }

  private static HttpRequest request(TestServer server, List<Mode> modes) {
    return switch (modes.getFirst()) {
      case API_KEY -> server.tokenRequest("{\"userId\":\"u1\"}").header("x-api-key", KEY).build();
      case GUEST -> server.request("GET", "/token").build();
      default -> server.tokenRequest("{\"userId\":\"u1\"}").build();
    };
  }
}
