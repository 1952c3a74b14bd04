package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.axptoken.sandbox.tls.HttpsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backend without a framework, its JUnit an old one, and nobody else's libraries about. */
class TokensTest {
  @RegisterExtension
  static final AxpSandboxExtension SANDBOX =
      AxpSandboxExtension.with(
          SandboxOptions.defaults().withHttps(HttpsOptions.defaults().withPort(0)));

  @Test
  void theSandboxGivesTokens() {
    SandboxAccount account = SANDBOX.sandbox().account();
    PlatformConfig config =
        PlatformConfig.builder()
            .baseUri(SANDBOX.sandbox().baseUri())
            .accountId(account.accountId())
            .integrationId(account.integrationId())
            .clientId(account.clientId())
            .clientSecret(Secret.of(account.clientSecret()))
            .appKey(account.appKey())
            .build();
    try (TokenPlatform platform = TokenPlatform.axp(config)) {
      assertTrue(platform.issueAndWait(EndUser.withId("u-1")).value().startsWith("jwt."));
    }
    assertEquals(1, SANDBOX.sandbox().journal().count(Endpoint.END_USER_TOKEN));
  }

  @Test
  void itsLibrariesAreInsideUnderOtherNames(AxpSandbox sandbox) {
    assertTrue(sandbox.httpsUri().isPresent());
    for (String library :
        new String[] {
          "io.vertx.core.Vertx",
          "io.netty.channel.Channel",
          "com.nimbusds.jose.JWSHeader",
          "org.bouncycastle.asn1.ASN1Object",
          "com.fasterxml.jackson.databind.ObjectMapper"
        }) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(library), library);
    }
  }
}
