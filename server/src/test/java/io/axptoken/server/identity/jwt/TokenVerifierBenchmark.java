package io.axptoken.server.identity.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.axptoken.server.identity.jwt.keys.FixedKeys;
import io.axptoken.server.identity.jwt.keys.IssuerKeys;
import io.axptoken.server.identity.jwt.keys.KeyRing;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.service.config.Secret;
import io.axptoken.service.time.Clocks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A bearer token that was verified before. */
@State(Scope.Thread)
public class TokenVerifierBenchmark {
  private static final String SECRET = "s3cr3t-of-thirty-two-bytes-12345";
  private static final int USERS = 1_024;

  private final Vertx vertx = Vertx.vertx();
  private final TokenVerifier verifier =
      new TokenVerifier(
          vertx,
          TokenRules.signedBy(Set.of("HS256"), Duration.ofSeconds(30)),
          IssuerKeys.shared(
              new OneKey(new KeyRing(List.of(FixedKeys.ofSecret(Secret.of(SECRET)))))),
          new ClaimMapping(ClaimPath.of("sub"), null, Map.of()),
          Clocks.SYSTEM);
  private final String[] tokens =
      IntStream.range(0, USERS).mapToObj(TokenVerifierBenchmark::token).toArray(String[]::new);
  private int next;

  /** Ends what verifiers are made of. */
  @TearDown(Level.Trial)
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A token of one of many users; only the first look at each checks the signature. */
  @Benchmark
  public Future<Verdict> knownToken() {
    next = (next + 1) % USERS;
    return verifier.verify(tokens[next]);
  }

  private static String token(int user) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .subject("user-" + user)
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)))
                .build());
    try {
      token.sign(new MACSigner(SECRET));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  private record OneKey(KeyRing current) implements KeySource {
    @Override
    public Future<KeyRing> lookAgain(@Nullable String kid) {
      return Future.succeededFuture(current);
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(1);
    }
  }
}
