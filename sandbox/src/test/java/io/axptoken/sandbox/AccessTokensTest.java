package io.axptoken.sandbox;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWKSet;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTokensTest {
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-03-04T05:06:07Z"));
  private static final SandboxAccount OTHER =
      new SandboxAccount(
          "OTHERA", "11111111-2222-3333-4444-555555555555", "other", "other-s3cr3t", "other-key");

  @RegisterExtension
  static final AxpSandboxExtension SANDBOX =
      AxpSandboxExtension.with(
          SandboxOptions.defaults()
              .withClock(NOW::get)
              .withAccessTokenLifetime(Duration.ofMinutes(10))
              .withAccounts(SandboxAccount.DEFAULT, OTHER));

  private final AxpSandbox sandbox;
  private final Caller caller;

  AccessTokensTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void anAccessTokenIsGoodToItsLastSecondAndNoLonger() {
    String token = caller.accessToken();

    pass(Duration.ofSeconds(599));
    assertThat(statusWith(token)).isEqualTo(201);
    pass(Duration.ofSeconds(1));
    assertThat(statusWith(token)).isEqualTo(401);
  }

  @Test
  void theLifetimeCanBeChangedAndIsTold() {
    sandbox.accessTokens().lifetime(Duration.ofSeconds(5));

    JsonObject answer = json(caller.askAccessToken());

    assertThat(answer.getInteger("expires_in")).isEqualTo(5);
    pass(Duration.ofSeconds(5));
    assertThat(statusWith(answer.getString("access_token"))).isEqualTo(401);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.accessTokens().lifetime(Duration.ZERO));
  }

  @Test
  void revocationHitsTheTokensThatAreOutAndNoOthers() {
    String before = caller.accessToken();
    sandbox.accessTokens().revokeAll();
    String after = caller.accessToken();

    assertThat(statusWith(before)).isEqualTo(401);
    assertThat(statusWith(after)).isEqualTo(201);
    sandbox.reset();
    assertThat(statusWith(before)).isEqualTo(201);
  }

  @Test
  void anEarlyExpiryIsNotTold() {
    sandbox.faults().on(Endpoint.ACCESS_TOKEN).next(Fault.earlyExpiry(Duration.ofSeconds(2)));

    JsonObject answer = json(caller.askAccessToken());

    assertThat(answer.getInteger("expires_in")).isEqualTo(600);
    assertThat(statusWith(answer.getString("access_token"))).isEqualTo(201);
    pass(Duration.ofSeconds(2));
    assertThat(statusWith(answer.getString("access_token"))).isEqualTo(401);
  }

  @Test
  void anEndUserTokenMayExpireEarlyOrBeExpiredAlready() {
    sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.earlyExpiry(Duration.ofSeconds(-1)));

    JsonObject claims = EndUserTokenTest.claims(caller.endUserToken(caller.endUser()));

    assertThat(claims.getLong("exp")).isEqualTo(NOW.get().getEpochSecond() - 1);
  }

  @Test
  void aTokenOfAnotherAccountIsForbidden() {
    try (Caller stranger = new Caller(sandbox.baseUri(), OTHER)) {
      assertThat(stranger.askEndUserToken().statusCode()).isEqualTo(201);
      assertThat(statusWith(stranger.accessToken())).isEqualTo(403);
    }
  }

  @Test
  void rotatedKeysAreBothPublishedAndOnlyTheLastTwoAreGood() throws Exception {
    String oldest = caller.accessToken();
    sandbox.rotateKeys();
    String older = caller.accessToken();
    assertThat(statusWith(oldest)).isEqualTo(201);

    sandbox.rotateKeys();

    assertThat(statusWith(oldest)).isEqualTo(401);
    assertThat(statusWith(older)).isEqualTo(201);
    assertThat(JWKSet.parse(caller.get("/.well-known/jwks.json").body()).size()).isEqualTo(2);
  }

  private int statusWith(String token) {
    return caller.askEndUserToken(token, caller.endUser().encode()).statusCode();
  }

  private static void pass(Duration time) {
    NOW.updateAndGet(now -> now.plus(time));
  }
}
