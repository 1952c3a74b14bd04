package io.axptoken.server.command;

import static io.axptoken.server.command.BrokenSetUpsTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code check} says of identity providers that are not as the settings have them. */
class BrokenIssuersTest {
  private static AxpSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void anIdentityProviderThatIsNotThereIsNamed() {
    try (RefusedPort port = RawServer.refusing()) {
      assertFails(
          jwt("http://127.0.0.1:" + port.port()),
          "identity-keys",
          "nobody answers at its address",
          "Correct identity.jwt.issuer");
    }
  }

  @Test
  void anIssuerThatCallsItselfOtherwiseIsNamed() {
    assertFails(
        jwt(sandbox.baseUri() + "/sandbox/idp/"),
        "identity-keys",
        "that of another issuer",
        "exactly as the tokens have it");
  }

  @Test
  void eachOfSeveralIssuersIsLookedAt() {
    String good = sandbox.baseUri() + "/sandbox/idp";
    Program program = jwt(good + "," + good + "/");

    assertFails(program, "identity-keys", "differ in the slash at the end", "identity.jwt.issuer");
    assertThat(program.out()).contains("of " + good + ", for ");
  }

  private static Program jwt(String issuer) {
    return BrokenSetUpsTest.quiet(Program.using(sandbox.baseUri(), sandbox.account()))
        .environment("IDENTITY_MODES", "jwt")
        .environment("IDENTITY_JWT_AUDIENCE", "tokens")
        .environment("IDENTITY_JWT_ISSUER", issuer);
  }
}
