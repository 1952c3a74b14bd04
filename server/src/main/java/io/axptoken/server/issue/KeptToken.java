package io.axptoken.server.issue;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.issue.TokenAnswer.Issued;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A token that may be handed out again, and all that it depends on: who the user is down to the
 * last attribute, and how that was found out.
 *
 * @param user as the platform was told
 * @param mode the identity mode
 * @param end from when on it is not handed out any more
 * @param period how long that was when it came, for clocks that are set back
 * @param answer as it is given to every further request
 */
record KeptToken(
    EndUser user,
    String mode,
    Instant end,
    Duration period,
    Future<TokenAnswer> answer,
    int bytes) {
  /** Of an entry in the cache with its key, and of the texts' own objects. */
  private static final int OVERHEAD = 640;

  private static final int TEXT_OVERHEAD = 64;
  private static final int BYTES_PER_CHAR = 2;

  static KeptToken of(IdentifiedUser user, EndUserToken token, Instant end, Duration period) {
    return new KeptToken(
        user.user(),
        user.mode(),
        end,
        period,
        Future.succeededFuture(new Issued(token, true)),
        OVERHEAD + token.value().length() + bytes(user.user()));
  }

  /** Whether a fresh token for this user would be the same but for its life. */
  boolean isFor(IdentifiedUser asking, Instant now) {
    return now.isBefore(end) && mode.equals(asking.mode()) && user.equals(asking.user());
  }

  /** At most so much memory, by what objects take on a 64-bit machine. */
  private static int bytes(EndUser user) {
    int bytes = bytes(user.id()) + (user.name() == null ? 0 : bytes(user.name()));
    for (var identifier : user.identifiers().entrySet()) {
      bytes += TEXT_OVERHEAD + bytes(identifier.getKey()) + bytes(identifier.getValue());
    }
    return bytes;
  }

  private static int bytes(List<String> values) {
    return values.stream().mapToInt(KeptToken::bytes).sum();
  }

  private static int bytes(String text) {
    return TEXT_OVERHEAD + BYTES_PER_CHAR * text.length();
  }

  /** Neither the user nor the token belongs into logs. */
  @Override
  public String toString() {
    return "KeptToken[mode=" + mode + ", end=" + end + "]";
  }
}
