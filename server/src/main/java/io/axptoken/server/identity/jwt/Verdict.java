package io.axptoken.server.identity.jwt;

import io.axptoken.client.EndUser;
import java.time.Duration;

/** What became of a token. */
public sealed interface Verdict {
  /** It proves this user. */
  record Proven(EndUser user) implements Verdict {}

  /** It proves nothing; the detail tells the caller why, without quotes and in ASCII. */
  record Invalid(String detail) implements Verdict {}

  /** It is valid, but makes no user that may have a token. */
  record Unusable(String detail) implements Verdict {}

  /** It is valid, but grants less than is needed. */
  record ScopeMissing(String scopes) implements Verdict {}

  /** There is nothing to check it with at the moment. */
  record Uncheckable(Duration retryAfter) implements Verdict {}
}
