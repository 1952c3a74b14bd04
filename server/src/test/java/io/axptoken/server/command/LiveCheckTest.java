package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.axptoken.sandbox.tls.HttpsOptions;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.ManagementServer;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCheckTest {
  @RegisterExtension
  static final AxpSandboxExtension SANDBOX =
      AxpSandboxExtension.with(SandboxOptions.defaults().withHttps(HttpsOptions.defaults()));

  @TempDir Path folder = Path.of("");

  private static Program program(AxpSandbox sandbox) {
    return Program.using(sandbox.baseUri(), sandbox.account())
        .environment("SERVER_PORT", "0")
        .environment("MANAGEMENT_PORT", "0");
  }

  private Program overHttps(AxpSandbox sandbox) throws IOException {
    Path ca = folder.resolve("ca.pem");
    Files.writeString(ca, sandbox.authorityCertificate().orElseThrow());
    return program(sandbox)
        .environment("AXP_HOST_NAME", sandbox.httpsUri().orElseThrow().toString())
        .environment("AXP_CA_CERTIFICATE_PATH", ca.toString());
  }

  @Test
  void aSetUpThatWorksIsGreenThroughout(AxpSandbox sandbox) throws IOException {
    Program program = overHttps(sandbox);

    assertThat(program.run("check")).as(program.out()).isZero();
    assertThat(program.out())
        .containsSubsequence(
            "configuration\n  ok        file",
            "server\n  ok        port",
            "integration default\n  ok        origins",
            "  ok        name ",
            "  ok        connection ",
            "  ok        tls             TLSv1.3, certificate for ",
            " days left, issued by AXP sandbox authority",
            "  ok        access-token    fetched at the current path as sandbox-client",
            "  ok        end-user-token  made for the test user axp-token-server-check; lives 30"
                + " minutes, its subject is the user's id",
            "  ok        clock           agrees with the platform's",
            "Everything works. 3 warnings.")
        .doesNotContain("jwt.", "s3cr3t", "FAILED", "\u001b");
    assertThat(program.err()).isEmpty();
    assertThat(sandbox.journal().calls(Endpoint.END_USER_TOKEN))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("axp-token-server-check"));
  }

  @Test
  void infinityAndTheOlderPathAreCheckedToo(AxpSandbox sandbox) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            integrations:
              old: { authPath: legacy }
              next:
                platform: infinity
                accountId: INFNTY
                integrationId: 5a4db0c5-0000-4000-8000-000000000002
                clientId: infinity-client
                clientSecret: infinity-s3cr3t
                appKey: ""
            """);
    Program program = program(sandbox).environment("TOKEN_SERVER_CONFIG", file.toString());

    assertThat(program.run("check")).as(program.out()).isZero();
    assertThat(program.out())
        .contains("fetched at the older path")
        .containsSubsequence("integration next", "lives 10 minutes", "Everything works.");

    Program one = program(sandbox).environment("TOKEN_SERVER_CONFIG", file.toString());
    assertThat(one.run("check", "--integration", "next")).isZero();
    assertThat(one.out()).contains("integration next").doesNotContain("integration old");
    assertThat(one.run("check", "--integration", "nxt")).isEqualTo(2);
    assertThat(one.err()).contains("there is no integration of that name");
  }

  @Test
  void theWayThroughAProxyIsGone(AxpSandbox sandbox) throws IOException {
    try (RawServer proxy = RawServer.start(Script.tunnel())) {
      Program program =
          overHttps(sandbox).environment("AXP_HTTP_PROXY", "http://127.0.0.1:" + proxy.port());

      assertThat(program.run("check")).as(program.out()).isZero();
      assertThat(program.out())
          .containsSubsequence(
              "connection      made to 127.0.0.1:" + proxy.port(), "proxy ", "lets us through");
    }
  }

  @Test
  void anIdentityProvidersKeysAreFetched(AxpSandbox sandbox) {
    Program program =
        program(sandbox)
            .environment("IDENTITY_MODES", "jwt")
            .environment("IDENTITY_JWT_AUDIENCE", "tokens")
            .environment("IDENTITY_JWT_ISSUER", sandbox.baseUri() + "/sandbox/idp");

    assertThat(program.run("check")).as(program.out()).isZero();
    assertThat(program.out()).containsPattern("ok +identity-keys +\\d keys of http.*RS256");
  }

  @Test
  void aPortThatAnotherProgramHasIsAFailure(AxpSandbox sandbox) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program program =
          program(sandbox)
              .environment("SERVER_HOST", "127.0.0.1")
              .environment("SERVER_PORT", "" + taken.getLocalPort());

      assertThat(program.run("check")).isEqualTo(1);
      assertThat(program.out())
          .containsSubsequence(
              "FAILED    port", "is in use by another program", "choose another server.port");
    }
  }

  @Test
  void aPortThatATokenServerHasIsFine(AxpSandbox sandbox) throws IOException {
    Vertx vertx = Vertx.vertx();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int management =
          ManagementServer.listen(vertx, "127.0.0.1", 0, new Health())
              .toCompletionStage()
              .toCompletableFuture()
              .orTimeout(10, TimeUnit.SECONDS)
              .join()
              .port();
      Program program =
          program(sandbox)
              .environment("SERVER_HOST", "127.0.0.1")
              .environment("SERVER_PORT", "" + taken.getLocalPort())
              .environment("MANAGEMENT_PORT", "" + management);

      assertThat(program.run("check")).as(program.out()).isZero();
      assertThat(program.out()).contains("in use, and a token server runs here already");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example, is not HTTPS, Serve the page over HTTPS",
    "https://shop.example, cannot call a server over plain HTTP, Set server.ssl",
  })
  void originsThatCannotWorkAreWarnedOf(
      String origin, String detail, String remedy, AxpSandbox sandbox) {
    Program program = program(sandbox).environment("SERVER_ALLOWED_ORIGINS", origin);

    assertThat(program.run("check")).isZero();
    assertThat(program.out()).containsSubsequence("warning   origins", detail, "→ " + remedy);
  }

  @Test
  void forMachinesItIsJsonOfADocumentedForm(AxpSandbox sandbox) throws IOException {
    Program program = program(sandbox).environment("AXP_APP_KEY", "wrong");

    assertThat(program.run("check", "--json")).isEqualTo(1);
    assertThat(program.out())
        .startsWith("{\"version\":1,\"ok\":false,\"exitCode\":1,\"checks\":[{\"scope\":\"conf")
        .contains(
            "{\"scope\":\"integration default\",\"check\":\"end-user-token\",\"state\":\"not-tried\","
                + "\"detail\":\"not tried\",\"remedy\":\"\"}")
        .hasLineCount(1);
    assertThat(states(program.out())).contains("ok", "warning", "failed", "not-tried");
  }

  private static List<String> states(String out) throws IOException {
    List<String> states = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(out)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "state".equals(json.currentName())) {
          states.add(json.getText());
        }
      }
    }
    return states;
  }

  @Test
  void aFileThatIsNotThereIsNotToBeCorrectedButMade(@TempDir Path folder) {
    Program program = new Program();
    Path gone = folder.resolve("gone.yaml");

    assertThat(program.run("check", "--config", gone.toString())).isEqualTo(2);
    assertThat(program.out().replaceAll("\\s+", " "))
        .contains("There is no file " + gone + ". Name the right one with --config, or make it")
        .doesNotContain("Correct " + gone);
  }

  @Test
  void aWrongConfigurationIsJsonToo() throws IOException {
    Program program = new Program();

    assertThat(program.run("check", "--offline", "--json")).isEqualTo(2);
    assertThat(states(program.out())).hasSize(6).containsOnly("failed");
  }

  @Test
  void aTerminalSeesColoursAndWhatIsUnderWay(AxpSandbox sandbox) {
    Program program = program(sandbox).onTerminal();

    assertThat(program.run("check")).isZero();
    assertThat(program.out())
        .contains(
            "\u001b[32mok        \u001b[0mend-user-token", "…         end-user-token\r\u001b[K");

    Program plain = program(sandbox).onTerminal().environment("NO_COLOR", "1");
    plain.run("check");
    assertThat(plain.out())
        .contains("…         end-user-token\r\u001b[K")
        .doesNotContain("\u001b[32m");
  }
}
