package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyManagerTest {
  @Test
  void theKeyIsForServersAndItsOwnKindAlone(@TempDir Path folder) {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    KeyMaterial material =
        KeyMaterial.load(identity.certificate(), identity.key(), Secret.of(""), Clock.systemUTC());
    var manager = new ServerKeyManager(material);

    assertThat(manager.chooseEngineServerAlias("EC", null, null)).isEqualTo("server");
    assertThat(manager.getServerAliases("EC", null)).containsExactly("server");
    assertThat(manager.chooseServerAlias("RSA", null, null)).isNull();
    assertThat(manager.getServerAliases("RSA", null)).isNull();
    assertThat(manager.chooseClientAlias(new String[] {"EC"}, null, null)).isNull();
    assertThat(manager.getClientAliases("EC", null)).isNull();
    assertThat(manager.getPrivateKey("server")).isSameAs(material.privateKey());
    assertThat(manager.getCertificateChain("server")).hasSize(1);
  }
}
