package io.axptoken.server.identity.jwt;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a token's registered claims (RFC 7519, 4.1) to the rules. */
final class ClaimsCheck {
  private final CompactToken token;
  private final TokenRules rules;

  private ClaimsCheck(CompactToken token, TokenRules rules) {
    this.token = token;
    this.rules = rules;
  }

  static void check(CompactToken token, TokenRules rules, Instant now) throws BadToken {
    ClaimsCheck check = new ClaimsCheck(token, rules);
    check.checkIssuer();
    check.checkAudience();
    if (!token.claims().containsKey("exp")) {
      throw new BadToken("The token never expires: it has no claim exp.");
    }
    TimesCheck.check(token.claims(), rules.clockSkew(), now);
    check.checkParty();
    if (token.claims().containsKey("cnf")) {
      throw new BadToken("The token is bound to a key of its holder, which cannot be checked.");
    }
  }

  /** From when on the token is believed, skew included. */
  static Instant begin(CompactToken token, TokenRules rules) {
    long begin = Math.max(seconds(token, "nbf"), seconds(token, "iat"));
    return Instant.ofEpochSecond(begin).minus(rules.clockSkew());
  }

  /** When the token stops to be believed, skew included. */
  static Instant end(CompactToken token, TokenRules rules) {
    return Instant.ofEpochSecond(seconds(token, "exp")).plus(rules.clockSkew());
  }

  /** A time that was checked to be one, if it is there. */
  private static long seconds(CompactToken token, String name) {
    long told = token.claims().get(name) instanceof Number number ? number.longValue() : 0;
    return Math.min(told, Instant.MAX.getEpochSecond() / 2);
  }

  /** Whether it grants all scopes asked for, as a list (RFC 8693, 4.2) or an array. */
  static boolean grantsScopes(CompactToken token, TokenRules rules) {
    if (rules.scopes().isEmpty()) {
      return true;
    }
    Set<String> granted = new HashSet<>();
    addScopes(granted, token.claims().get("scope"));
    addScopes(granted, token.claims().get("scp"));
    return granted.containsAll(rules.scopes());
  }

  private static void addScopes(Set<String> granted, @Nullable Object claim) {
    if (claim instanceof String list) {
      granted.addAll(List.of(list.split(" ", -1)));
    } else if (claim instanceof Collection<?> array) {
      array.stream().filter(String.class::isInstance).map(String.class::cast).forEach(granted::add);
    }
  }

  private void checkIssuer() throws BadToken {
    String issuer = token.claimText("iss");
    if (!rules.issuers().isEmpty() && (issuer == null || !rules.issuers().contains(issuer))) {
      throw new BadToken("The token is from another issuer (iss) than this server trusts.");
    }
  }

  private void checkAudience() throws BadToken {
    boolean right =
        switch (token.claims().get("aud")) {
          case null -> rules.audiences().isEmpty();
          case String one -> rules.audiences().isEmpty() || rules.audiences().contains(one);
          case List<?> many ->
              many.stream().allMatch(String.class::isInstance)
                  && (rules.audiences().isEmpty()
                      || many.stream().anyMatch(rules.audiences()::contains));
          default -> false;
        };
    if (!right) {
      throw new BadToken("The token is meant for another audience (aud) than this server.");
    }
  }

  private void checkParty() throws BadToken {
    if (rules.authorizedParties().isEmpty()) {
      return;
    }
    String party = token.claimText("azp");
    if (party == null) {
      party = token.claimText("client_id");
    }
    if (party == null || !rules.authorizedParties().contains(party)) {
      throw new BadToken("The token was issued to another client (azp) than this server accepts.");
    }
  }
}
