package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProxyTest {
  @Test
  void itPrintsWhereItIsAndNothingElse() {
    HttpProxy proxy = new HttpProxy("proxy.test", 3128, "someone", Secret.of("s3cr3t"));
    assertThat(proxy).hasToString("proxy.test:3128");
    assertThat(new HttpProxy("::1", 3128)).hasToString("[::1]:3128");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "' ',        3128,  -,   -,        host is empty",
        "proxy.test, 0,     -,   -,        port must be 1 to 65535",
        "proxy.test, 65536, -,   -,        port must be 1 to 65535",
        "proxy.test, 3128,  a,   -,        given together",
        "proxy.test, 3128,  -,   s3cr3t,   given together",
        "proxy.test, 3128,  a:b, s3cr3t,   user has a character",
        "proxy.test, 3128,  a,   s3\u0000cr3t, password has a character"
      })
  void whatCannotBeIsRefusedWithoutShowingTheCredentials(
      String host, int port, @Nullable String user, @Nullable String password, String complaint) {
    assertThatThrownBy(
            () -> new HttpProxy(host, port, user, password == null ? null : Secret.of(password)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint)
        .message()
        .doesNotContain("s3", "a:b");
  }

  @Test
  void aPasswordMayHaveAnyLetters() {
    HttpProxy proxy = new HttpProxy("proxy.test", 3128, "someone", Secret.of("s3cr3t:\u00e4"));
    assertThat(String.valueOf(proxy.authorization())).isEqualTo(Secret.REDACTED);
  }
}
