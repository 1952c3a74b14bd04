package io.axptoken.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void itListensTellsHowToUseItAndEndsWithZero() {
    AtomicInteger status = new AtomicInteger();

    int exit =
        run(
            () -> {
              try (Caller caller = new Caller(address(), SandboxAccount.DEFAULT)) {
                status.set(caller.askEndUserToken().statusCode());
              }
            },
            "--port",
            "0");

    assertThat(exit).as("%s", err).isZero();
    assertThat(status).hasValue(201);
    assertThat(out.toString())
        .contains("SANDBX", "sandbox-client", "sandbox-app-key", "curl -s " + address());
  }

  @Test
  void onlyBeyondLoopbackItWarns() {
    assertThat(run(() -> {}, "--port=0", "--host=localhost")).isZero();
    assertThat(err.toString()).isEmpty();

    assertThat(run(() -> {}, "--port=0", "--host=0.0.0.0")).isZero();
    assertThat(err.toString()).startsWith("Warning: whoever reaches 0.0.0.0");
  }

  @Test
  void accountsAndLifetimesComeFromAFile() throws IOException {
    Path file =
        file(
            """
            port: 0
            accessTokenLifetimeSeconds: 60
            accounts:
              - accountId: FIRSTA
                clientSecret: another-s3cr3t
              - {accountId: SECOND, integrationId: 11111111-2222-3333-4444-555555555555}
            """);

    int exit = run(() -> {}, "--config", file.toString());

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("FIRSTA", "another-s3cr3t", "1 more account(s)");
  }

  @Test
  void httpsComesWithAnOptionAndItsAuthorityGoesIntoAFile() throws IOException {
    Path authority = folder.resolve("ca.pem");

    int exit =
        run(
            () -> {},
            "--port=0",
            "--https-port=0",
            "--https-name=chat.example",
            "--ca-file=" + authority);

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("[HTTPS] the same on https://127.0.0.1:");
    assertThat(Files.readString(authority)).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void httpsMayBeConfigured() throws IOException {
    Path authority = folder.resolve("ca.pem");
    Path file =
        file("{port: 0, https: {port: 0, names: [chat.example], caFile: " + authority + "}}");

    assertThat(run(() -> {}, "--config", file.toString())).isZero();
    assertThat(out.toString()).contains("[HTTPS]");
    assertThat(authority).exists();
  }

  @Test
  void whatIsWrongWithHttpsIsToldByItsKey() throws IOException {
    Path file = file("{port: 0, https: {port: 65536, names: ['a b'], more: 1}}");

    assertThat(run(() -> {}, "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("https.port: must be", "https.names: must be", "https.more: unknown key");
    assertThat(run(() -> {}, "--port=0", "--https-name=a b")).isEqualTo(2);
    assertThat(err.toString()).contains("--https: no DNS name or address: a b");
  }

  @Test
  void aPushCallbackComesFromTheCommandLine() {
    String shown = pushCallback("--port=0", "--push-callback=http://127.0.0.1:3002/a");

    assertThat(shown).contains("\"url\":\"http://127.0.0.1:3002/a\"");
  }

  @Test
  void aPushCallbackComesFromTheFile() throws IOException {
    Path file = file("{port: 0, pushCallback: 'http://127.0.0.1:3002/b'}");

    assertThat(pushCallback("--config", file.toString()))
        .contains("\"url\":\"http://127.0.0.1:3002/b\"");
  }

  @Test
  void aPushCallbackThatCannotBeCalledIsRefused() throws IOException {
    assertThat(run(() -> {}, "--port=0", "--push-callback=ftp://x/")).isEqualTo(2);
    assertThat(err.toString()).contains("--push-callback: must be an http or https address");

    Path file = file("{port: 0, pushCallback: 'a b'}");
    assertThat(run(() -> {}, "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("pushCallback: must be an http or https address");
  }

  @Test
  void anEmptyPortIsTakenFromTheCommandLineBeforeTheFile() throws IOException {
    int exit = run(() -> {}, "--config", file("{\"port\": 1}").toString(), "--port=0");

    assertThat(exit).isZero();
  }

  @Test
  void aWrongFileIsRefusedWithAllItsProblems() throws IOException {
    Path file =
        file(
            """
            prot: 1
            port: 70000
            accessTokenLifetimeSeconds: 0
            accounts:
              - {accountId: ABC, integrationId: x, clientSecret: "", secret: s3cr3t}
              - 7
              - {accountId: SECOND}
              - {accountId: SECOND}
            """);

    int exit = run(() -> {}, "--config", file.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("prot: unknown key; known are host, port")
        .contains("port: must be a whole number from 0 to 65535")
        .contains("accessTokenLifetimeSeconds: must be")
        .contains("accounts[0].accountId: must be six ASCII letters")
        .contains("accounts[0].integrationId: must be a UUID")
        .contains("accounts[0].clientSecret: must be a text")
        .contains("accounts[0].secret: unknown key")
        .contains("accounts[1]: must be keys with values")
        .contains("accounts[3].accountId: is that of another account too")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1, 2]", "just text", "a: b: c", "port: 1\nport: 2", "accounts: []"})
  void aFileThatIsNoConfigurationIsRefused(String content) throws IOException {
    assertThat(run(() -> {}, "--config", file(content).toString())).isEqualTo(2);
    assertThat(err.toString()).isNotEmpty().doesNotContain("Exception");
  }

  @Test
  void aLineThatIsNotYamlIsToldByItsNumberAndNotRepeated() throws IOException {
    Path file = file("port: 0\nclientSecret: 'my-s3cr3t\nx\n");

    assertThat(run(() -> {}, "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not YAML, see line ").doesNotContain("s3cr3t");
  }

  @Test
  void aMissingFileIsToldByItsName() {
    assertThat(run(() -> {}, "--config", "no-such-file.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("no-such-file.yaml: there is no such file");
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(run(() -> {}, "--config", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not a regular file");
  }

  @Test
  void aFileThatIsMuchTooLargeIsNotRead() throws IOException {
    Path large = file("#" + "x".repeat(1024 * 1024));

    assertThat(run(() -> {}, "--config", large.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is larger than 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=x", "--port=-1", "--port=65536", "--nonsense", "extra"})
  void wrongUsageEndsWithTwo(String argument) {
    assertThat(run(() -> {}, argument)).isEqualTo(2);
    assertThat(err.toString()).isNotEmpty();
  }

  @Test
  void aPortThatIsTakenEndsWithOneAndOneLine() {
    try (AxpSandbox other = AxpSandbox.start()) {
      String port = Integer.toString(other.baseUri().getPort());

      assertThat(run(() -> {}, "--port", port)).isEqualTo(1);
      assertThat(err.toString()).startsWith("cannot listen on 127.0.0.1:" + port).hasLineCount(1);
    }
  }

  @Test
  void versionAndHelpEndWithZero() {
    assertThat(run(() -> {}, "--version")).isZero();
    assertThat(run(() -> {}, "--help")).isZero();
    assertThat(out.toString()).contains("axp-sandbox ", "--port", "--config");
  }

  /** What a sandbox started with these arguments says of its push callback. */
  private String pushCallback(String... arguments) {
    AtomicReference<String> shown = new AtomicReference<>("");
    int exit =
        run(
            () -> {
              try (Caller caller = new Caller(address(), SandboxAccount.DEFAULT)) {
                shown.set(caller.get("/sandbox/chat/push-callback").body());
              }
            },
            arguments);
    assertThat(exit).as("%s", err).isZero();
    return shown.get();
  }

  private int run(Main.Stop stop, String... arguments) {
    CommandLine line = Main.commandLine(stop);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private URI address() {
    Matcher address = ADDRESS.matcher(out.toString());
    assertThat(address.find()).isTrue();
    return URI.create(address.group(1));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("sandbox.yaml"), content);
  }
}
