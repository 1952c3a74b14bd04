package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.OperationSettings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void putFiles() throws IOException {
    Files.writeString(folder.resolve("cert.pem"), "certificate");
    Files.writeString(folder.resolve("key.pem"), "key");
  }

  @Test
  void defaultsAreTheReferences() {
    ServerSettings server = Configuration.minimal().settings().server();

    assertThat(server.port()).isEqualTo(3000);
    assertThat(server.host()).isEqualTo("0.0.0.0");
    assertThat(server.allowedOrigins()).containsExactly("*");
    assertThat(server.ssl()).isFalse();
    assertThat(server.sslCertificatePath()).isNull();
    assertThat(server.sslPrivateKeyPath()).isNull();
    assertThat(server.sslPassPhrase().isEmpty()).isTrue();
    assertThat(server.trustedProxies()).isEmpty();
    assertThat(server.production()).isFalse();
    assertThat(server.operation())
        .isEqualTo(new OperationSettings(TWO_SECONDS, TEN_SECONDS, Duration.ZERO, TEN_SECONDS));
  }

  @Test
  void theOlderChatSdkIsServedOnDemand() {
    assertThat(Configuration.minimal().settings().chatSdkEndpoint()).isFalse();
    assertThat(
            Configuration.minimal()
                .file(folder, "server:", "  chatSdkEndpoint: true")
                .settings()
                .chatSdkEndpoint())
        .isTrue();
    assertThat(
            Configuration.minimal()
                .environment("SERVER_CHAT_SDK_ENDPOINT", "true")
                .settings()
                .chatSdkEndpoint())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"5s, 5", "5, 5", "0s, 0", "300s, 300"})
  void theGraceIsANumberOfSeconds(String text, int seconds) throws IOException {
    assertThat(
            Configuration.minimal()
                .override("server.shutdownGrace", text)
                .settings()
                .server()
                .operation()
                .shutdownGrace())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void everySettingCanStandInTheFile() {
    ServerSettings server =
        Configuration.minimal()
            .file(
                folder,
                "server:",
                "  port: 8443",
                "  host: '::1'",
                "  allowedOrigins: [https://a.example, 'http://b.example:8080']",
                "  ssl: true",
                "  sslCertificatePath: cert.pem",
                "  sslPrivateKeyPath: key.pem",
                "  sslPassPhrase: ' s3cr3t phrase '",
                "  trustedProxies: [10.0.0.0/8, '2001:db8::/32', 192.0.2.7]",
                "  production: true")
            .settings()
            .server();

    assertThat(server.port()).isEqualTo(8443);
    assertThat(server.host()).isEqualTo("::1");
    assertThat(server.allowedOrigins())
        .containsExactly("https://a.example", "http://b.example:8080");
    assertThat(server.ssl()).isTrue();
    assertThat(server.sslCertificatePath()).isEqualTo(folder.resolve("cert.pem"));
    assertThat(server.sslPrivateKeyPath()).isEqualTo(folder.resolve("key.pem"));
    assertThat(server.sslPassPhrase().reveal()).isEqualTo(" s3cr3t phrase ");
    assertThat(server.trustedProxies())
        .containsExactly("10.0.0.0/8", "2001:db8:0:0:0:0:0:0/32", "192.0.2.7/32");
    assertThat(server.production()).isTrue();
  }

  @Test
  void everySettingCanStandInTheEnvironment() {
    ServerSettings server =
        Configuration.minimal()
            .environment("SERVER_PORT", "0")
            .environment("SERVER_HOST", "localhost")
            .environment("SERVER_ALLOWED_ORIGINS", "https://a.example, https://b.example")
            .environment("SERVER_SSL", "true")
            .environment("SERVER_SSL_CERTIFICATE_PATH", folder.resolve("cert.pem").toString())
            .environment("SERVER_SSL_PRIVATE_KEY_PATH", folder.resolve("key.pem").toString())
            .environment("SERVER_SSL_PASS_PHRASE", "s3cr3t")
            .environment("SERVER_TRUSTED_PROXIES", "10.0.0.1")
            .environment("SERVER_PRODUCTION", "true")
            .settings()
            .server();

    assertThat(server.port()).isZero();
    assertThat(server.host()).isEqualTo("localhost");
    assertThat(server.allowedOrigins()).containsExactly("https://a.example", "https://b.example");
    assertThat(server.ssl()).isTrue();
    assertThat(server.sslCertificatePath()).isEqualTo(folder.resolve("cert.pem"));
    assertThat(server.sslPrivateKeyPath()).isEqualTo(folder.resolve("key.pem"));
    assertThat(server.sslPassPhrase().reveal()).isEqualTo("s3cr3t");
    assertThat(server.trustedProxies()).containsExactly("10.0.0.1/32");
    assertThat(server.production()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "abc", "3000.0", "0x10", "99999999999", "٣"})
  void aPortIsAWholeNumberInRange(String port) {
    assertThat(Configuration.minimal().override("server.port", port).problem())
        .contains("must be a whole number from 0 to 65535, but is \"" + port + "\"")
        .endsWith("(command line)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "localhost:3000",
        "a b",
        "999.1.1.1",
        "-a",
        "[localhost]",
        "<h>"
      })
  void aListeningHostIsANameOrAnAddress(String host) {
    assertThat(Configuration.minimal().override("server.host", host).problem())
        .startsWith("server.host ");
  }

  @ParameterizedTest
  @CsvSource({"[::1],::1", "::,::", "my-host.example,my-host.example", "127.0.0.1,127.0.0.1"})
  void listeningHostsAreTakenAsTheyAre(String written, String read) {
    assertThat(Configuration.minimal().override("server.host", written).settings().server().host())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://WWW.Example.COM,https://www.example.com",
    "https://a.example:443,https://a.example",
    "http://a.example:80,http://a.example",
    "https://a.example:80,https://a.example:80",
    "http://[::1]:8080,http://[::1]:8080",
    "capacitor://localhost,capacitor://localhost",
    "*,*",
  })
  void originsAreBroughtIntoTheFormThatBrowsersSend(String written, String read) {
    assertThat(origins(written)).containsExactly(read);
  }

  @ParameterizedTest
  @CsvSource({
    "null,null",
    "NULL,null",
    "www.example.com,begins with a scheme",
    "https://a.example/,has no path",
    "https://a.example/page,has no path",
    "https://a.example?x,has no path",
    "https://*.example.com,name each origin",
    "https://münchen.example,punycode",
    "https://,must be an origin",
    "https://a.example:0,must be an origin",
    "https://a.example:70000,must be an origin",
    "'https://a.example,*',must not mix * with other origins",
  })
  void whatIsNoOriginIsRefused(String written, String expected) {
    assertThat(Configuration.minimal().override("server.allowedOrigins", written).problem())
        .contains(expected);
  }

  @Test
  void anOriginWithAPasswordIsRefusedWithoutShowingIt() {
    String problem =
        Configuration.minimal()
            .override("server.allowedOrigins", "https://me:s3cr3t@a.example")
            .problem();

    assertThat(problem).contains("an origin has no user name").doesNotContain("s3cr3t");
  }

  @Test
  void everyFaultyOriginIsTold() {
    assertThat(
            Configuration.minimal().override("server.allowedOrigins", "a,https://b,c").problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("but is \"a\""))
        .anyMatch(problem -> problem.contains("but is \"c\""));
  }

  @Test
  void anEmptyListOfOriginsStaysEmptyWhereverItIsWritten() {
    assertThat(origins("")).isEmpty();
    Configuration environment = Configuration.minimal().environment("SERVER_ALLOWED_ORIGINS", "");
    assertThat(environment.settings().server().allowedOrigins()).isEmpty();
    Configuration file = Configuration.minimal().file(folder, "server:", "  allowedOrigins: []");
    assertThat(file.settings().server().allowedOrigins()).isEmpty();
    Configuration nothing = Configuration.minimal().file(folder, "server:", "  allowedOrigins:");
    assertThat(nothing.problem()).contains("write [] for an empty list");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5/8,write 10.0.0.0/8 for the block",
    "10.0.0.0/33,must be an IP address or a CIDR block",
    "10.1,must be an IP address or a CIDR block",
    "proxy.example,must be an IP address or a CIDR block",
    "10.0.0.0/,must be an IP address or a CIDR block",
    "2001:db8::1/32,write 2001:db8:0:0:0:0:0:0/32 for the block",
    "2001:db8::/129,must be an IP address or a CIDR block",
    "::ffff:10.0.0.1,write an IPv4 address as such",
    "fe80::1%eth0,must be an IP address or a CIDR block",
  })
  void aTrustedProxyIsAnAddressOrABlock(String written, String expected) {
    assertThat(Configuration.minimal().override("server.trustedProxies", written).problem())
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "1", "\"\""})
  void aSwitchIsTrueOrFalse(String written) {
    String problem = Configuration.minimal().file(folder, "server:", "  ssl: " + written).problem();

    assertThat(problem).contains("server.ssl must be true or false").endsWith(".yaml:2)");
  }

  @Test
  void httpsNeedsBothFiles() {
    assertThat(Configuration.minimal().override("server.ssl", "true").problems())
        .containsExactly(
            "server.sslCertificatePath is required when server.ssl is true: name the PEM file",
            "server.sslPrivateKeyPath is required when server.ssl is true: name the PEM file");
  }

  @Test
  void filesMustBeThere() {
    assertThat(
            Configuration.minimal()
                .file(
                    folder,
                    "server:",
                    "  ssl: true",
                    "  sslCertificatePath: gone.pem",
                    "  sslPrivateKeyPath: " + folder)
                .problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("there is none at " + folder.resolve("gone.pem")))
        .anyMatch(problem -> problem.contains("that is a directory"));
  }

  @Test
  void filesThatAreNotUsedNeedNotBeThere() {
    Loaded.Valid<Settings> valid =
        Configuration.minimal()
            .file(folder, "server:", "  ssl: false", "  sslCertificatePath: /path/to/cert.pem")
            .valid();

    assertThat(valid.settings().server().sslCertificatePath()).isNull();
    assertThat(valid.effective().warnings())
        .singleElement()
        .asString()
        .contains("not used, as server.ssl is false");
  }

  private static List<String> origins(String written) {
    var settings = Configuration.minimal().override("server.allowedOrigins", written).settings();
    return settings.server().allowedOrigins();
  }
}
