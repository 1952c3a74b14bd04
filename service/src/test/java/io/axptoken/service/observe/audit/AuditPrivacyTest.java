package io.axptoken.service.observe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPrivacyTest {
  private static final String KEY = "s3cr3t-audit-key-of-more-than-32-characters";

  private static AuditPrivacy privacy(Addresses addresses, String key) {
    return new AuditPrivacy(new AuditSettings(true, addresses, Secret.of(key)));
  }

  @Test
  void withAKeyAUserHasTheSameHashAtEachStart() {
    assertThat(privacy(Addresses.FULL, KEY).user("cust0mer-1"))
        .isEqualTo("83bc8c069f52bace847c789d10c2f821");
  }

  @Test
  void withoutAKeyEachStartHasHashesOfItsOwn() {
    AuditPrivacy one = privacy(Addresses.FULL, "");
    AuditPrivacy other = privacy(Addresses.FULL, "");

    assertThat(one.user("u1")).matches("[0-9a-f]{32}").isEqualTo(one.user("u1"));
    assertThat(one.user("u1")).isNotEqualTo(one.user("u2")).isNotEqualTo(other.user("u1"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "FULL,192.0.2.77,192.0.2.77",
        "FULL,::ffff:192.0.2.77,192.0.2.77",
        "FULL,2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "FULL,[2001:db8::1],2001:db8::1",
        "NETWORK,192.0.2.77,192.0.2.0/24",
        "NETWORK,::ffff:192.0.2.77,192.0.2.0/24",
        "NETWORK,2001:db8:1:2:3:4:5:6,2001:db8:1::/48",
        "NONE,192.0.2.77,null",
        "FULL,unknown,null",
      })
  void anAddressIsShownAsFarAsTheSettingsAllow(
      Addresses addresses, String address, @Nullable String shown) {
    assertThat(privacy(addresses, KEY).address(address)).isEqualTo(shown);
  }
}
