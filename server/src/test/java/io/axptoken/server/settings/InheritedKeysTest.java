package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that an integration has from the section identity without having been asked. */
class InheritedKeysTest {
  @TempDir Path folder;

  @Test
  void whoeverSignsForAllIsToldWhereAnIntegrationHasAnIssuerOfItsOwn() {
    assertThat(warnings("{ issuer: bank-backend }"))
        .singleElement()
        .asString()
        .startsWith("integrations.bank.identity.jwt.secrets is inherited");
  }

  @Test
  void nothingIsToldOfKeysThatItSetsOrLeavesOut() {
    assertThat(warnings("{ issuer: bank, secrets: [s3cr3t-of-the-bank-that-has-32-byte] }"))
        .isEmpty();
    assertThat(warnings("{ issuer: 'https://bank.example', secrets: [], algorithms: [] }"))
        .isEmpty();
  }

  @Test
  void nothingIsToldOfAnIntegrationThatTrustsTheSame() {
    assertThat(warnings("{ audience: bank }")).isEmpty();
  }

  private List<String> warnings(String jwt) {
    return Configuration.minimal()
        .file(
            folder,
            "identity:",
            "  modes: [jwt]",
            "  jwt: { issuer: shop, audience: shop, secrets: [s3cr3t-of-the-shop-that-has-32-byte] }",
            "integrations:",
            "  bank: { identity: { jwt: " + jwt + " } }")
        .valid()
        .effective()
        .warnings();
  }
}
