package io.axptoken.push.fcm;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of service accounts (RFC 7523), each asked for once however many need it, and
 * renewed at three quarters of its life while the old one still serves. Safe for use by many
 * threads.
 */
final class Grants {
  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(55);

  private final Wire wire;
  private final InstantSource clock;
  private final Map<ServiceAccount, Grant> grants = new HashMap<>();
  private final Map<ServiceAccount, Future<Grant>> underWay = new HashMap<>();

  Grants(Wire wire, InstantSource clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** An access token, and when it is to be renewed and not to be used any more. */
  record Grant(String token, Instant renew, Instant end) {
    @Override
    public String toString() {
      return "Grant[REDACTED]";
    }
  }

  /** Why there is none. */
  static final class NoGrant extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    NoGrant(Reply reply) {
      super(reply.toString(), null, false, false);
      this.reply = reply;
    }

    Reply reply() {
      return reply;
    }
  }

  /** The token of an account; fails with {@link NoGrant}. */
  synchronized Future<Grant> of(ServiceAccount account) {
    Instant now = clock.instant();
    Grant grant = grants.get(account);
    if (grant != null && now.isBefore(grant.renew())) {
      return Future.succeededFuture(grant);
    }
    Future<Grant> next = underWay.get(account);
    if (next == null) {
      next = fetch(account);
      underWay.put(account, next);
      next.onComplete(done -> ended(account, done.result()));
    }
    return grant != null && now.isBefore(grant.end()) ? Future.succeededFuture(grant) : next;
  }

  private synchronized void ended(ServiceAccount account, @Nullable Grant grant) {
    underWay.remove(account);
    if (grant != null) {
      grants.put(account, grant);
    }
  }

  /** Forgets a token that FCM refused, unless another one has taken its place. */
  synchronized void drop(ServiceAccount account, Grant refused) {
    grants.remove(account, refused);
  }

  /** Forgets accounts that are used no more. */
  synchronized void forget(ServiceAccount account) {
    grants.remove(account);
  }

  private Future<Grant> fetch(ServiceAccount account) {
    Instant now = clock.instant();
    String form =
        "grant_type="
            + URLEncoder.encode(GRANT_TYPE, StandardCharsets.UTF_8)
            + "&assertion="
            + assertion(account, now);
    return wire.post(account.tokenUri(), "application/x-www-form-urlencoded", null, form)
        .compose(
            answer -> grant(answer, now),
            _ -> Future.failedFuture(new NoGrant(new Reply.Later("OAUTH_UNREACHABLE", null))));
  }

  private Future<Grant> grant(Wire.Response answer, Instant now) {
    JsonObject json = Answers.json(answer.body());
    if (answer.status() == 200
        && json != null
        && json.getValue("access_token") instanceof String token
        && token.matches("[!-~]{1,8192}")) {
      long life = json.getValue("expires_in") instanceof Number seconds ? seconds.longValue() : 60;
      Duration use = Duration.ofSeconds(Math.clamp(life, 1, 86_400));
      return Future.succeededFuture(
          new Grant(token, now.plus(use.multipliedBy(3).dividedBy(4)), now.plus(use)));
    }
    return Future.failedFuture(new NoGrant(refusal(answer, json)));
  }

  private Reply refusal(Wire.Response answer, @Nullable JsonObject json) {
    boolean refused = answer.status() == 400 || answer.status() == 401 || answer.status() == 403;
    if (refused && json != null && json.getValue("error") instanceof String error) {
      return new Reply.Refused(error.matches("[a-z_]{1,40}") ? "OAUTH_" + error : "OAUTH_REFUSED");
    }
    return new Reply.Later(
        "OAUTH_HTTP_" + answer.status(), Answers.wait(answer.retryAfter(), clock.instant()));
  }

  private static String assertion(ServiceAccount account, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(account.clientEmail())
            .claim("scope", SCOPE)
            .audience(Objects.toString(account.tokenUri()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
            .build();
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256);
    SignedJWT jwt =
        new SignedJWT(
            account.keyId().isEmpty() ? header.build() : header.keyID(account.keyId()).build(),
            claims);
    try {
      jwt.sign(new RSASSASigner(account.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
    return jwt.serialize();
  }
}
