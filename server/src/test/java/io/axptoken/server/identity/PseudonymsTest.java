package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.service.config.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final Secret KEY = Secret.of("s3cr3t-pseudonyms-of-32-characters");

  private static String pseudonym(Secret secret, String id) {
    return new Pseudonyms(secret).disguise(EndUser.withId(id)).id();
  }

  /** The documented computation, with another implementation: printf … | openssl dgst -hmac. */
  @Test
  void itIsTheDocumentedHash() {
    assertThat(pseudonym(KEY, "cust0mer-1"))
        .isEqualTo("LXienBzH5RQZMCq-3Ss1oOczD5f31XaRSlpWKYO3Hqo");
  }

  @Test
  void itIsStableAndDependsOnTheIdAndTheSecret() {
    assertThat(pseudonym(KEY, "a")).isEqualTo(pseudonym(KEY, "a")).matches("[A-Za-z0-9_-]{43}");
    assertThat(pseudonym(KEY, "a")).isNotEqualTo(pseudonym(KEY, "A"));
    assertThat(pseudonym(KEY, "a")).isNotEqualTo(pseudonym(Secret.of("s3cr3t-other"), "a"));
  }

  @Test
  void onlyTheIdIsReplaced() {
    EndUser user = new EndUser("a", "Name", Map.of("emailAddresses", List.of("a@b.c")), true);

    assertThat(new Pseudonyms(KEY).disguise(user))
        .isEqualTo(new EndUser(pseudonym(KEY, "a"), "Name", user.identifiers(), true));
  }
}
