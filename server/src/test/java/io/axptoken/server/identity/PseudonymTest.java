package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Level;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform learns of user ids. */
class PseudonymTest {
  private static final String SECRET = "s3cr3t-pseudonyms-of-32-characters";
  private static final String KEY = "axpk_s3cr3t-shop";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.allowedOrigins("https://shop.example")
              .identity(
                  """
                  identity:
                    modes: [apiKey, claimed, guest]
                    apiKey: { keys: { shop: @1 } }
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                    pseudonymize: @2
                  """
                      .replace("@1", TestKeys.sha256(KEY))
                      .replace("@2", SECRET)));

  private static String hmac(String id) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal(("axp pseudonym v1\n" + id).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String customerId() {
    return SERVER.onlyEndUserBody().getString("customerId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u1", "cust0mer@shop.example", "Zo\u00eb", " ", "\ud83d\ude00"})
  void thePlatformSeesAKeyedHashOfTheIdThatTheBodyNames(String id) throws Exception {
    SERVER.http().postToken("{\"userId\":\"" + id + "\"}");

    assertThat(customerId()).isEqualTo(hmac(id)).hasSize(43);
  }

  @Test
  void whoNamesTheUserDoesNotMatter() throws Exception {
    SERVER.http().send(SERVER.http().tokenRequest("{\"userId\":\"u1\"}").header("x-api-key", KEY));

    assertThat(customerId()).isEqualTo(hmac("u1"));
  }

  @Test
  void guestsHaveOneToo() throws Exception {
    SERVER.http().get("/token");

    assertThat(customerId()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void idsThatTellSomethingAreFineThen(CapturedLogs logs) throws Exception {
    SERVER.http().postToken("{\"userId\":\"cust0mer@shop.example\"}");

    assertThat(logs.messages(Level.WARNING)).noneMatch(message -> message.contains("look like"));
  }

  @Test
  void withoutPseudonymsTheOperatorIsWarnedOfThem(CapturedLogs logs) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      for (int i = 0; i < 3; i++) {
        server.postToken("{\"userId\":\"cust0mer" + i + "@shop.example\"}");
      }
    }
    assertThat(logs.messages(Level.WARNING).stream().filter(m -> m.contains("e-mail addresses")))
        .hasSize(1)
        .first()
        .asString()
        .contains("identity.pseudonymize")
        .doesNotContain("cust0mer");
  }
}
