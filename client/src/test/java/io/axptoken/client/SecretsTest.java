package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.auth.Grant;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  private static final String MARKER = "s3cr3t";

  static Object[] whatHoldsASecret() {
    byte[] body = MARKER.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("authorization", "Bearer " + MARKER);
    return new Object[] {
      Secret.of(MARKER),
      new EndUserToken(MARKER, Instant.EPOCH),
      new Grant(headers, Duration.ZERO),
      new TransportRequest(URI.create("https://host/path"), headers, body, Duration.ZERO),
      new TransportAnswer(200, headers::get, body),
    };
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("whatHoldsASecret")
  void whatHoldsASecretDoesNotPrintIt(Object holder) {
    assertThat(holder.toString()).doesNotContain(MARKER);
  }

  @Test
  void aConfigPrintsNeitherTheApplicationKeyNorWhatItsSupplierPrints() {
    Supplier<Secret> chatty =
        new Supplier<>() {
          @Override
          public Secret get() {
            return Secret.of(MARKER);
          }

          @Override
          public String toString() {
            return MARKER;
          }
        };
    PlatformConfig config = Some.config().appKey(MARKER + "-key").clientSecret(chatty).build();

    assertThat(config.toString()).doesNotContain(MARKER).contains(config.accountId());
  }

  @Test
  void secretsAreEqualByTheirTextAndTellNothingByTheirHash() {
    assertThat(Secret.of(MARKER)).isEqualTo(Secret.of(MARKER)).isNotEqualTo(Secret.of("other"));
    assertThat(Secret.of(MARKER)).hasSameHashCodeAs(Secret.of("other"));
    assertThat(Secret.of(MARKER).reveal()).isEqualTo(MARKER);
    assertThat(Secret.of("").isEmpty()).isTrue();
  }
}
