package io.axptoken.server.identity;

import io.axptoken.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the passes by which a guest's browser is known again. A pass is written {@code
 * v1.id.issued.signature}: 128 random bits, the second it was issued, and the keyed hash of both
 * and of the integration, so that it is worth nothing in another one. The first secret signs; all
 * of them verify. Safe for use by many threads.
 */
final class GuestPasses {
  private static final Pattern FORM =
      Pattern.compile("v1\\.([A-Za-z0-9_-]{22})\\.([1-9][0-9]{0,11})\\.([A-Za-z0-9_-]{43})");
  private static final int LONGEST = 3 + 22 + 1 + 12 + 1 + KeyedHash.LENGTH;
  private static final int ID_BYTES = 16;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String integration;
  private final List<KeyedHash> hashes;
  private final Duration maxAge;
  private final InstantSource clock;

  /**
   * Passes of one integration.
   *
   * @param integration its name
   * @param secrets the one that signs, then those that were used before
   * @param maxAge how long a pass is good for
   */
  GuestPasses(String integration, List<Secret> secrets, Duration maxAge, InstantSource clock) {
    this.integration = integration;
    this.hashes = secrets.stream().map(KeyedHash::new).toList();
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /**
   * What a good pass says.
   *
   * @param id which guest
   * @param ageing whether it is time for a new one: past half of its life, or signed by an earlier
   *     secret
   */
  record Pass(String id, boolean ageing) {}

  /** An id that nobody has had. */
  static String newId() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return BASE64URL.encodeToString(random);
  }

  /** A pass for this guest, issued now. */
  String issue(String id) {
    long issued = clock.instant().getEpochSecond();
    return "v1." + id + "." + issued + "." + hashes.getFirst().of(signed(id, issued));
  }

  /** Reads a pass; {@code null} if it is not ours, not this integration's, or too old. */
  @Nullable Pass read(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      return null;
    }
    String id = form.group(1);
    long issued = Long.parseLong(form.group(2));
    int signer = signer(signed(id, issued), form.group(3));
    Duration age = Duration.between(Instant.ofEpochSecond(issued), clock.instant());
    if (signer < 0 || age.compareTo(maxAge) > 0 || age.compareTo(CLOCK_SKEW.negated()) < 0) {
      return null;
    }
    return new Pass(id, signer > 0 || age.compareTo(maxAge.dividedBy(2)) > 0);
  }

  /** Which secret signed, or -1; all are tried, each compared in constant time. */
  private int signer(String text, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
    int signer = -1;
    for (int i = hashes.size() - 1; i >= 0; i--) {
      byte[] right = hashes.get(i).of(text).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(right, given)) {
        signer = i;
      }
    }
    return signer;
  }

  private String signed(String id, long issued) {
    return "axp guest v1\n" + integration + "\n" + id + "\n" + issued;
  }
}
