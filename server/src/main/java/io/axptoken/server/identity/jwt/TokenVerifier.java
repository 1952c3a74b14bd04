package io.axptoken.server.identity.jwt;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.jwt.VerdictCache.Digest;
import io.axptoken.server.identity.jwt.VerdictCache.Entry;
import io.axptoken.server.identity.jwt.keys.IssuerKeys;
import io.axptoken.server.identity.jwt.keys.IssuerSpelling;
import io.axptoken.server.identity.jwt.keys.KeyRing;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.server.identity.jwt.keys.UsedBy;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import io.axptoken.server.identity.jwt.keys.Workers;
import io.axptoken.service.time.Clocks;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens, one way through:
 *
 * <pre>
 * size ─ cache ─┬─────────────────────────────────────────────────────────┬─ user
 *               └ form ─ header ─ claims ─ key ─ signature ─ scope ─ user ┘
 * </pre>
 *
 * What costs least is looked at first, so that garbage is cheap. Signatures that take time are
 * checked on worker threads. Safe for use by many threads.
 */
public final class TokenVerifier {
  /** Tokens with all the groups of a user are far larger than the usual. */
  static final int MAX_LENGTH = 16 * 1024;

  private static final int MAX_CHECKS_UNDER_WAY = 256;

  /** How long a caller waits for keys at most: an answer is due in time, whoever is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Verdict NOT_SIGNED =
      new Verdict.Invalid("The token's signature is not valid.");

  private static final Verdict NO_KEY_NAMED =
      new Verdict.Invalid("The token does not name its key (kid), and there are too many to try.");
  private static final Duration BUSY_RETRY_AFTER = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Workers workers;
  private final TokenRules rules;
  private final TokenForm form;
  private final IssuerKeys keys;
  private final ClaimMapping mapping;
  private final InstantSource clock;
  private final VerdictCache cache;
  private final UsedBy usedBy = new UsedBy();
  private final IssuerSpelling spelling;
  private final AtomicInteger underWay = new AtomicInteger();

  /** A verifier of tokens in the form of the RFC. */
  public TokenVerifier(
      Vertx vertx, TokenRules rules, IssuerKeys keys, ClaimMapping mapping, Clocks clocks) {
    this(vertx, rules, TokenForm.RFC, keys, mapping, clocks);
  }

  /** A verifier of tokens in a form of their own. */
  public TokenVerifier(
      Vertx vertx,
      TokenRules rules,
      TokenForm form,
      IssuerKeys keys,
      ClaimMapping mapping,
      Clocks clocks) {
    this.vertx = vertx;
    this.workers = new Workers(vertx);
    this.rules = rules;
    this.form = form;
    this.keys = keys;
    this.mapping = mapping;
    this.clock = clocks.wall();
    this.cache = new VerdictCache(clocks.ticker());
    this.spelling = new IssuerSpelling(rules.issuers(), usedBy, clocks.ticker());
  }

  /**
   * Verifies a token. The future never fails; it completes on the caller's context, at once if
   * nothing has to be waited for.
   */
  public Future<Verdict> verify(String token) {
    if (token.length() > MAX_LENGTH) {
      return invalid("The token is larger than " + MAX_LENGTH / 1024 + " KiB.");
    }
    Digest digest = Digest.of(token);
    EndUser known = cache.find(digest, clock.instant());
    return known == null ? read(token, digest) : Future.succeededFuture(new Verdict.Proven(known));
  }

  /** Ends when keys that are being fetched are there, or cannot be fetched; never fails. */
  public Future<?> ready() {
    return Future.join(keys.all().stream().map(source -> source.lookAgain(null)).toList());
  }

  /** Where its keys are from. */
  public Collection<KeySource> sources() {
    return keys.all();
  }

  /** The integrations whose users it verifies. */
  public UsedBy usedBy() {
    return usedBy;
  }

  /** Fetches no keys any more. */
  public void close() {
    keys.all().forEach(KeySource::close);
  }

  private Future<Verdict> read(String text, Digest digest) {
    try {
      CompactToken token = form.read(text);
      HeaderCheck.check(token, rules);
      spelling.look(token.claims().get("iss"));
      ClaimsCheck.check(token, rules, clock.instant());
      return findKeys(Candidate.of(token, digest, keys));
    } catch (BadToken bad) {
      return invalid(bad.detail());
    }
  }

  private Future<Verdict> findKeys(Candidate candidate) {
    KeyRing ring = candidate.source().current();
    if (candidate.keysIn(ring).isEmpty()) {
      return lookAgain(candidate, ring);
    }
    Future<Verdict> verdict = check(candidate, ring);
    // Keys without an id were tried in the place of the one that the token names.
    return ring.names(candidate.kid())
        ? verdict
        : verdict.compose(found ->
            found.equals(NOT_SIGNED) ? lookAgain(candidate, ring) : Future.succeededFuture(found));
  }

  private Future<Verdict> lookAgain(Candidate candidate, KeyRing tried) {
    Future<KeyRing> again = candidate.source().lookAgain(candidate.kid());
    return again.isComplete()
        ? judgeAgain(candidate, again.result(), tried)
        : inTime(again)
            .compose(found -> judgeAgain(candidate, found, tried), _ -> uncheckable(candidate));
  }

  private Future<Verdict> judgeAgain(Candidate candidate, KeyRing ring, KeyRing tried) {
    if (ring.isEmpty()) {
      return uncheckable(candidate);
    }
    if (candidate.keysIn(ring).isEmpty()) {
      return invalid(
          candidate.kid() != null && ring.names(candidate.kid())
              ? "The token's signature algorithm (alg) does not fit the key that it names (kid)."
              : "The token is signed with a key that is not known here.");
    }
    return ring.equals(tried) ? Future.succeededFuture(NOT_SIGNED) : check(candidate, ring);
  }

  private Future<Verdict> check(Candidate candidate, KeyRing ring) {
    if (Signatures.isQuick(candidate.algorithm())) {
      return Future.succeededFuture(judge(candidate, ring));
    }
    if (underWay.incrementAndGet() > MAX_CHECKS_UNDER_WAY) {
      underWay.decrementAndGet();
      return Future.succeededFuture(new Verdict.Uncheckable(BUSY_RETRY_AFTER));
    }
    return workers.run(() -> judge(candidate, ring)).onComplete(_ -> underWay.decrementAndGet());
  }

  private Verdict judge(Candidate candidate, KeyRing ring) {
    CompactToken token = candidate.token();
    if (!candidate.isSignedWith(candidate.keysIn(ring))) {
      return ring.hasMoreThanAreTried(candidate.kid(), candidate.algorithm())
          ? NO_KEY_NAMED
          : NOT_SIGNED;
    }
    if (!ClaimsCheck.grantsScopes(token, rules)) {
      return new Verdict.ScopeMissing(String.join(" ", rules.scopes()));
    }
    return switch (mapping.map(token.claims())) {
      case ClaimMapping.Mapped.Unusable(String detail) -> new Verdict.Unusable(detail);
      case ClaimMapping.Mapped.User(EndUser user) -> {
        remember(candidate, user, ring);
        yield new Verdict.Proven(user);
      }
    };
  }

  private void remember(Candidate candidate, EndUser user, KeyRing ring) {
    Instant begin = ClaimsCheck.begin(candidate.token(), rules);
    Instant end = ClaimsCheck.end(candidate.token(), rules);
    cache.put(
        candidate.digest(), Entry.of(user, candidate.source(), ring, begin, end, clock.instant()));
  }

  /** The same answer on the caller's context; it fails if it takes too long. */
  private <T> Future<T> inTime(Future<T> elsewhere) {
    Context here = vertx.getOrCreateContext();
    Promise<T> answer = Promise.promise();
    long timer =
        vertx.setTimer(PATIENCE.toMillis(), _ -> answer.tryFail("the keys did not come in time"));
    elsewhere.onComplete(result ->
        here.runOnContext(_ -> {
          if (vertx.cancelTimer(timer)) {
            answer.handle(result);
          }
        }));
    return answer.future();
  }

  private static Future<Verdict> uncheckable(Candidate candidate) {
    return Future.succeededFuture(new Verdict.Uncheckable(candidate.source().retryAfter()));
  }

  private static Future<Verdict> invalid(String detail) {
    return Future.succeededFuture(new Verdict.Invalid(detail));
  }

  /** A token whose header and claims are in order, and whose signature is to be checked. */
  private record Candidate(
      CompactToken token, Digest digest, KeySource source, String algorithm, @Nullable String kid) {

    static Candidate of(CompactToken token, Digest digest, IssuerKeys keys) throws BadToken {
      String algorithm = Objects.requireNonNull(token.headerText("alg"));
      KeySource source = keys.of(token.claimText("iss"));
      return new Candidate(token, digest, source, algorithm, token.headerText("kid"));
    }

    boolean isSignedWith(List<VerificationKey> keys) {
      return keys.stream().anyMatch(key -> Signatures.verify(token, algorithm, key));
    }

    List<VerificationKey> keysIn(KeyRing ring) {
      return ring.candidates(kid, algorithm);
    }
  }
}
