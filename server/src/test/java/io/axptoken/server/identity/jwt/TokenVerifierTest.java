package io.axptoken.server.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.axptoken.server.identity.jwt.keys.FixedKeys;
import io.axptoken.server.identity.jwt.keys.IssuerKeys;
import io.axptoken.server.identity.jwt.keys.KeyRing;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import io.axptoken.service.config.Secret;
import io.axptoken.service.time.Clocks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of tokens that were verified, and for how long. */
class TokenVerifierTest {
  private static final String SECRET = "s3cr3t-of-thirty-two-bytes-12345";
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final ClaimMapping MAPPING = new ClaimMapping(ClaimPath.of("sub"), null, Map.of());

  private final Vertx vertx = Vertx.vertx();
  private final Keys keys = new Keys();
  private long nanos;
  private int clockReadings;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final TokenVerifier verifier =
      new TokenVerifier(
          vertx,
          TokenRules.signedBy(Set.of("HS256"), SKEW),
          IssuerKeys.shared(keys),
          MAPPING,
          new Clocks(this::readWallClock, () -> nanos));

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }

  @Test
  void aTokenIsBelievedNoLongerThanItSaysHoweverOftenItComes() throws Exception {
    String token = token(now.plusSeconds(60));

    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);
    now = now.plusSeconds(89);
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);
    now = now.plusSeconds(1);
    assertThat(verdict(token)).isEqualTo(new Verdict.Invalid("The token has expired (exp)."));
  }

  @Test
  void aTokenOfSixteenKibibytesIsReadAndALargerOneIsNot() {
    String size = "The token is larger than 16 KiB.";

    assertThat(verdict("x".repeat(16 * 1024)).toString()).doesNotContain(size);
    assertThat(verdict("x".repeat(16 * 1024 + 1))).isEqualTo(new Verdict.Invalid(size));
  }

  @Test
  void aTokenThatNamesAKeyOfAnotherKindIsToldSo() throws Exception {
    VerificationKey key = keys.ring.keys().getFirst();
    keys.ring = new KeyRing(List.of(new VerificationKey("k", Set.of("ES384"), key.key())));
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k").build();

    assertThat(verdict(token(header, SECRET, now.plusSeconds(60))).toString())
        .contains("does not fit the key that it names");
  }

  @Test
  void aTokenThatNamesNoKeyOfTooManyIsToldSo() throws Exception {
    VerificationKey right = keys.ring.keys().getFirst();
    VerificationKey wrong = FixedKeys.ofSecret(Secret.of(SECRET.replace('1', '2')));
    List<VerificationKey> all = new ArrayList<>(Collections.nCopies(8, wrong));
    all.add(right);
    keys.ring = new KeyRing(all);

    assertThat(verdict(token(now.plusSeconds(60))).toString()).contains("does not name its key");
    keys.ring = new KeyRing(all.subList(1, 9));
    assertThat(verdict(token(now.plusSeconds(60)))).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void aClockThatGoesForwardAndBackLengthensNoBelief() throws Exception {
    String token = token(now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);

    now = now.plus(Duration.ofHours(3));
    assertThat(verdict(token)).isInstanceOf(Verdict.Invalid.class);
    String late = token(now.plusSeconds(60));
    assertThat(verdict(late)).isInstanceOf(Verdict.Proven.class);

    now = now.minus(Duration.ofHours(3));
    assertThat(isRemembered(late)).isTrue();
    nanos += Duration.ofSeconds(90).toNanos();
    assertThat(isRemembered(late)).isFalse();
  }

  @Test
  void aTokenOfTheFutureIsNotBelievedBecauseItOnceWasNot() throws Exception {
    now = now.plus(Duration.ofHours(3));
    String token = issuedNow(now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);

    now = now.minus(Duration.ofHours(3));

    assertThat(verdict(token))
        .isEqualTo(new Verdict.Invalid("The token is issued in the future (iat)."));
  }

  @Test
  void aTokenThatWasVerifiedIsRefusedOnceItsKeyIsGone() throws Exception {
    String token = token(now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);

    keys.ring = new KeyRing(List.of(FixedKeys.ofSecret(Secret.of(SECRET.replace('1', '2')))));
    assertThat(verdict(token)).isInstanceOf(Verdict.Invalid.class);

    keys.ring = KeyRing.EMPTY;
    assertThat(verdict(token)).isEqualTo(new Verdict.Uncheckable(Duration.ofSeconds(1)));
  }

  @Test
  void anotherSignatureUnderTheSameClaimsIsAnotherToken() throws Exception {
    String token = token(now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);

    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(43);
    assertThat(verdict(forged)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aSecondLookAtAVerifiedTokenReadsNothingOfIt() throws Exception {
    String token = token(now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);

    assertThat(isRemembered(token)).isTrue();
  }

  @Test
  void aNewKeyIsLookedForThoughOneWithoutAnIdMightFit() throws Exception {
    String other = SECRET.replace('1', '2');
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("new").build();
    String token = token(header, other, now.plusSeconds(600));
    assertThat(verdict(token)).isInstanceOf(Verdict.Invalid.class);

    VerificationKey nameless = FixedKeys.ofSecret(Secret.of(other));
    VerificationKey named = new VerificationKey("new", nameless.algorithms(), nameless.key());
    keys.again = Future.succeededFuture(new KeyRing(List.of(keys.ring.keys().getFirst(), named)));
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void nobodyWaitsForKeysThatDoNotCome() throws Exception {
    String token = token(now.plusSeconds(600));
    keys.ring = KeyRing.EMPTY;
    keys.again = Promise.<KeyRing>promise().future();

    Future<Verdict> verdict = verifier.verify(token);

    assertThat(verdict.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo(new Verdict.Uncheckable(Duration.ofSeconds(1)));
  }

  private Instant readWallClock() {
    clockReadings++;
    return now;
  }

  /** To read a token, its times are compared with the clock once more. */
  private boolean isRemembered(String token) {
    int before = clockReadings;
    assertThat(verdict(token)).isInstanceOf(Verdict.Proven.class);
    return clockReadings == before + 1;
  }

  private Verdict verdict(String token) {
    Future<Verdict> verdict = verifier.verify(token);
    assertThat(verdict.isComplete()).isTrue();
    return verdict.result();
  }

  private static String token(Instant expiry) throws Exception {
    return token(new JWSHeader(JWSAlgorithm.HS256), SECRET, expiry);
  }

  private static String token(JWSHeader header, String secret, Instant expiry) throws Exception {
    var claims =
        new JWTClaimsSet.Builder().subject("user-1").expirationTime(Date.from(expiry)).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private String issuedNow(Instant expiry) throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .subject("user-1")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiry))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(SECRET));
    return token.serialize();
  }

  private static final class Keys implements KeySource {
    private KeyRing ring = new KeyRing(List.of(FixedKeys.ofSecret(Secret.of(SECRET))));
    private @Nullable Future<KeyRing> again;

    @Override
    public KeyRing current() {
      return ring;
    }

    @Override
    public Future<KeyRing> lookAgain(@Nullable String kid) {
      return again == null ? Future.succeededFuture(ring) : again;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(1);
    }
  }
}
