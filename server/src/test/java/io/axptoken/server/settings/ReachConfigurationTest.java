package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.Resilience;
import io.axptoken.client.transport.HttpProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the platform, and what is borne of it. */
class ReachConfigurationTest {
  @TempDir Path folder = Path.of("");

  @Test
  void defaultsAreTheLibrarys() {
    AxpSettings axp = Configuration.minimal().settings().axp();

    assertThat(axp.resilience()).isEqualTo(Resilience.DEFAULT);
    assertThat(axp.httpProxy()).isNull();
  }

  @Test
  void resilienceIsASectionOfItsOwn() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "axp: { resilience: { retries: 0, maxConcurrent: 5, circuitBreaker: false } }",
                "integrations: { sales: { resilience: { maxConcurrent: 7 } } }")
            .environment("INTEGRATIONS_SALES_RESILIENCE_RETRIES", "1")
            .settings();

    assertThat(settings.axp().resilience()).isEqualTo(new Resilience(0, 5, false));
    assertThat(settings.integrations().getLast().axp().resilience())
        .isEqualTo(new Resilience(1, 7, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://proxy.example.com:3128",
        "http://proxy.example.com:3128/",
        "HTTP://PROXY.example.com:3128",
        "proxy.example.com:3128"
      })
  void aProxyIsAHostAndAPort(String written) {
    assertThat(Configuration.minimal().override("axp.httpProxy", written).settings().axp())
        .extracting(AxpSettings::httpProxy)
        .isEqualTo(new HttpProxy("proxy.example.com", 3128));
  }

  @Test
  void aProxyMayBeAnAddress() {
    assertThat(
            Configuration.minimal()
                .override("axp.httpProxy", "http://[::1]:8080")
                .settings()
                .axp()
                .httpProxy())
        .isEqualTo(new HttpProxy("::1", 8080));
  }

  @Test
  void aProxyMayAskForCredentials() {
    AxpSettings axp =
        Configuration.minimal()
            .environment("AXP_HTTP_PROXY", "http://proxy:3128")
            .environment("AXP_HTTP_PROXY_USER", "server")
            .environment("AXP_HTTP_PROXY_PASSWORD", "s3cr3t-proxy")
            .settings()
            .axp();

    assertThat(axp.httpProxy())
        .isEqualTo(
            new HttpProxy("proxy", 3128, "server", io.axptoken.client.Secret.of("s3cr3t-proxy")));
    assertThat(axp.toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({
    "axp.httpProxy,http://proxy.example.com,name its port",
    "axp.httpProxy,https://proxy.example.com:3128,other kinds of proxies",
    "axp.httpProxy,socks5://proxy.example.com:1080,other kinds of proxies",
    "axp.httpProxy,http://proxy.example.com:0,must be a proxy's address",
    "axp.httpProxy,http://proxy.example.com:99999,must be a proxy's address",
    "axp.httpProxy,http://proxy.example.com:3128/path,must be a proxy's address",
    "axp.httpProxyUser,a:b,must be a text without colons",
    "axp.httpProxyUser,server,axp.httpProxyPassword is required with axp.httpProxyUser",
    "axp.resilience.retries,3,must be a whole number from 0 to 2",
    "axp.resilience.maxConcurrent,0,must be a whole number from 1 to 10000",
    "axp.resilience.circuitBreaker,maybe,must be true or false",
    "axp.resilience.retrys,1,did you mean axp.resilience.retries?",
  })
  void whatBreaksARuleIsRefused(String key, String written, String expected) {
    assertThat(Configuration.minimal().override(key, written).problem()).contains(expected);
  }

  @Test
  void credentialsInTheProxysAddressAreRefusedAndNotShown() {
    assertThat(
            Configuration.minimal()
                .environment("AXP_HTTP_PROXY", "http://server:s3cr3t@proxy:3128")
                .problem())
        .contains("httpProxyUser and httpProxyPassword")
        .doesNotContain("s3cr3t");
  }

  @Test
  void aPasswordNeedsItsUser() {
    assertThat(Configuration.minimal().environment("AXP_HTTP_PROXY_PASSWORD", "s3cr3t-x").problem())
        .isEqualTo("axp.httpProxyUser is required with axp.httpProxyPassword");
  }

  @Test
  void credentialsWithoutAProxyAreOdd() {
    assertThat(
            Configuration.minimal()
                .environment("AXP_HTTP_PROXY_USER", "server")
                .environment("AXP_HTTP_PROXY_PASSWORD", "s3cr3t-x")
                .valid()
                .effective()
                .warnings())
        .containsExactly("axp.httpProxyUser is not used without axp.httpProxy.");
  }
}
