package io.axptoken.push.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.push.key.MasterKeys.CannotOpen;
import io.axptoken.push.settings.KeySettings;
import io.axptoken.service.config.Secret;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterKeysTest {
  private static final Secret FIRST = key(1);
  private static final Secret SECOND = key(2);
  private static final String TEXT = "s3cr3t service account";

  private final MasterKeys keys = new MasterKeys(new KeySettings(FIRST, List.of()));

  private static Secret key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void whatIsSealedOpensAgainAndShowsNothing() {
    String sealed = keys.seal("c1", TEXT);

    assertThat(sealed).isNotEqualTo(keys.seal("c1", TEXT));
    assertThat(
            new String(
                Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("account");
    assertThat(keys.open("c1", keys.currentId(), sealed)).isEqualTo(TEXT);
  }

  @Test
  void itOpensForNoOtherConfiguration() {
    String sealed = keys.seal("c1", TEXT);

    assertThatThrownBy(() -> keys.open("c2", keys.currentId(), sealed))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("c2")
        .hasMessageNotContaining(TEXT);
  }

  @Test
  void aChangedTextDoesNotOpen() {
    byte[] sealed = Base64.getDecoder().decode(keys.seal("c1", TEXT));
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(
            () -> keys.open("c1", keys.currentId(), Base64.getEncoder().encodeToString(sealed)))
        .isInstanceOf(CannotOpen.class);
  }

  @Test
  void aFormerKeyOpensAndTheNewOneSeals() {
    String sealed = keys.seal("c1", TEXT);
    MasterKeys rotated = new MasterKeys(new KeySettings(SECOND, List.of(FIRST)));

    assertThat(rotated.currentId()).isNotEqualTo(keys.currentId());
    assertThat(rotated.open("c1", keys.currentId(), sealed)).isEqualTo(TEXT);
    MasterKeys without = new MasterKeys(new KeySettings(SECOND, List.of()));
    assertThatThrownBy(() -> without.open("c1", keys.currentId(), sealed))
        .hasMessageContaining("previousMasterKeys")
        .hasMessageContaining(keys.currentId());
  }
}
