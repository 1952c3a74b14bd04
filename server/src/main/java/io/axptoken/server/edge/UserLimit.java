package io.axptoken.server.edge;

import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.filter.TooManyRequests;
import io.axptoken.service.limit.RateLimiter;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Holds users to their rate limits, once they are known.
 *
 * @param perToken by the user's key
 * @param perSignOut apart, so that who has used up the first can still sign out
 * @param refused counts those that were refused
 */
record UserLimit(RateLimiter perToken, RateLimiter perSignOut, LongAdder refused) {
  /** The answer to a user who asks too often, or {@code null} to one who does not. */
  @Nullable Answer refusal(Request request, IdentifiedUser user, Purpose purpose) {
    RateLimiter limiter =
        switch (purpose) {
          case TOKEN -> perToken;
          case SIGN_OUT -> perSignOut;
        };
    var obstacle = limiter.tryAcquire(UserKey.of(user.user().id())).obstacle();
    if (obstacle == null) {
      return null;
    }
    refused.increment();
    return TooManyRequests.of(request, Edge.LIMITED, "user", obstacle);
  }
}
