package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration of the vendor's sample, moved over key by key. */
class SampleConfigurationTest {
  @TempDir Path folder = Path.of("");

  @Test
  void meansTheSameHere() {
    Settings settings =
        Configuration.none()
            .file(
                folder,
                """
                {
                  "server": {
                    "port": 3000,
                    "allowedOrigins": ["*"],
                    "ssl": false,
                    "sslCertificatePath": "./cert/server.crt",
                    "sslPrivateKeyPath": "./cert/server.key",
                    "sslPassPhrase": ""
                  },
                  "axp": {
                    "hostName": "na.api.avayacloud.com",
                    "accountId": "ABCDEF",
                    "integrationId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                    "clientId": "client",
                    "clientSecret": "s3cr3t",
                    "appKey": "app-key",
                    "jwtValidityInterval": 15,
                    "callingRemoteAddress": "+12125550100",
                    "fcmConnectorBaseUrl": "",
                    "configId": ""
                  }
                }
                """)
            .settings();

    assertThat(settings.server().port()).isEqualTo(3000);
    assertThat(settings.server().host()).isEqualTo("0.0.0.0");
    assertThat(settings.server().allowedOrigins()).containsExactly("*");
    assertThat(settings.server().ssl()).isFalse();
    assertThat(settings.server().production()).isFalse();
    assertThat(settings.identity().modes()).containsExactly(IdentitySettings.Mode.CLAIMED);
    AxpSettings axp = settings.axp();
    assertThat(axp.hostName()).isEqualTo("na.api.avayacloud.com");
    assertThat(axp.clientSecret().reveal()).isEqualTo("s3cr3t");
    assertThat(axp.jwtValidityInterval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(axp.callingRemoteAddress()).isEqualTo("+12125550100");
    assertThat(axp.fcmConnectorBaseUrl()).isEmpty();
    assertThat(axp.configId()).isEmpty();
  }

  @Test
  void numbersMayBeTexts() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "server: { port: '3001', ssl: 'false', allowedOrigins: '*' }",
                "axp: { jwtValidityInterval: '45' }")
            .settings();

    assertThat(settings.server().port()).isEqualTo(3001);
    assertThat(settings.axp().jwtValidityInterval()).isEqualTo(Duration.ofMinutes(45));
  }
}
