package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret of section axp, where an integration calls somebody else with it. */
class InheritedSecretTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hostName: eu.example.com", "accountId: OTHERX", "clientId: other"})
  void itIsToldWhereItWouldBeSent(String owner) {
    assertThat(warnings("{ " + owner + " }"))
        .singleElement()
        .asString()
        .startsWith("integrations.bank.clientSecret is inherited beside integrations.bank.")
        .contains(owner.substring(0, owner.indexOf(':')))
        .contains("set it as well");
  }

  @Test
  void nothingIsToldOfAnIntegrationWithASecretOfItsOwn() {
    assertThat(warnings("{ hostName: eu.example.com, clientId: other, clientSecret: s3cr3t-b }"))
        .isEmpty();
  }

  @Test
  void nothingIsToldOfAnIntegrationOfTheSameClient() {
    assertThat(warnings("{ integrationId: 00000000-0000-4000-8000-000000000002 }")).isEmpty();
  }

  @Test
  void aSecretFromTheEnvironmentIsOneOfItsOwn() {
    assertThat(
            Configuration.minimal()
                .file(folder, "integrations: { bank: { clientId: other } }")
                .environment("INTEGRATIONS_BANK_CLIENT_SECRET", "s3cr3t-b")
                .valid()
                .effective()
                .warnings())
        .isEmpty();
  }

  private List<String> warnings(String integration) {
    return Configuration.minimal()
        .file(folder, "integrations: { bank: " + integration + " }")
        .valid()
        .effective()
        .warnings();
  }
}
