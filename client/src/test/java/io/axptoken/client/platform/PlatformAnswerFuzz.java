package io.axptoken.client.platform;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Whatever the platform answers, a token or a refusal comes out of it, and no free text. The first
 * line is the status, the log id and Retry-After, parted by blanks; the body follows.
 */
public final class PlatformAnswerFuzz {
  private static final Failures FAILURES =
      new Failures(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
  private static final Set<String> FIELDS =
      Set.of("identifiers", "identifiers.emailAddresses", "identifiers.phoneNumbers");
  private static final int LONGEST_HINT = 60 + 130 + 2 + 10 + 5 * 160;

  private PlatformAnswerFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    TransportAnswer answer = answer(Fuzz.latin(input));

    Grant grant = AxpAnswers.grant(answer, token -> Map.of("authorization", token));
    if (grant != null) {
      requireVisible(String.valueOf(grant.headers().get("authorization")));
    }
    String token = AxpAnswers.endUserToken(answer);
    if (token != null) {
      requireVisible(token);
    }
    requireNoFreeText(FAILURES.of(Call.ACCESS_TOKEN, answer));
    requireNoFreeText(FAILURES.of(Call.END_USER_TOKEN, answer));
    requireNoFreeText(InfinityRefusal.of(answer, FAILURES));
  }

  private static TransportAnswer answer(String text) {
    String[] head = Fuzz.firstLine(text).split(" ", 3);
    Map<String, String> headers =
        head.length < 3 ? Map.of() : Map.of("av-log-id", head[1], "retry-after", head[2]);
    byte[] body = Fuzz.afterFirstLine(text).getBytes(StandardCharsets.ISO_8859_1);
    return new TransportAnswer(status(head[0]), headers::get, body);
  }

  private static int status(String digits) {
    return digits.matches("[1-5][0-9][0-9]") ? Integer.parseInt(digits) : 200;
  }

  private static void requireVisible(String token) {
    require(token.matches("[!-~]+"), "A token is visible ASCII");
  }

  private static void requireNoFreeText(PlatformFailure failure) {
    String hint = failure.trace().said();
    if (hint != null) {
      require(hint.length() <= LONGEST_HINT, "A hint is short");
      require(hint.matches("[A-Za-z0-9_.,: \\[\\]-]*"), "A hint is made of codes and field names");
    }
    String logId = failure.trace().logId();
    if (logId != null) {
      require(logId.matches("[!-~]{1,128}"), "A log id is visible and short");
    }
    if (failure instanceof RejectedUser user) {
      require(FIELDS.contains(user.violation().field()), "A violation names a field of ours");
    }
  }
}
