import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.Resilience;
import io.axptoken.client.RotatingSecret;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenOutcome;
import io.axptoken.client.TokenPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** What the library's Javadoc shows; ExamplesTest compiles and runs it. */
final class Examples {
  private Examples() {}

  static PlatformConfig configure() {
    // @start region="configure"
    PlatformConfig config =
        PlatformConfig.builder()
            .host("na.api.avayacloud.com")
            .accountId("ABCDEF")
            .integrationId("01234567-89ab-cdef-0123-456789abcdef")
            .clientId("client")
            .clientSecretFrom(() -> Secret.of(Files.readString(Path.of("/run/secrets/axp"))))
            .appKey("app-key")
            .build();
    PlatformConfig another =
        config.toBuilder().integrationId("76543210-89ab-cdef-0123-456789abcdef").build();
    // @end
    return another;
  }

  static EndUserToken issueAndWait(TokenPlatform platform) {
    // @start region="issueAndWait"
    EndUser customer = EndUser.withId("customer-1").named("Zoë").verified(true);
    EndUserToken token = platform.issueAndWait(customer);
    // @end
    return token;
  }

  static CompletionStage<String> issue(TokenPlatform platform) {
    // @start region="issue"
    CompletionStage<String> answer =
        platform
            .issue(EndUser.withId("customer-1"))
            .thenApply(token -> token.value() + " until " + token.expiresAt());
    // @end
    return answer;
  }

  static String explain(TokenPlatform platform, EndUser user) {
    // @start region="failures"
    try {
      return platform.issueAndWait(user).value();
    } catch (PlatformException e) {
      PlatformFailure failure = e.failure();
      return switch (failure) {
        case Busy busy -> "the quota is used up, come back after " + busy.retryAfter();
        case RejectedUser them -> "correct " + them.violation().field();
        default ->
            failure.isTransient()
                ? "come back after " + failure.retryAfter()
                : "somebody has to look into it: " + failure.trace();
      };
    }
    // @end
  }

  static PlatformListener counting(Map<String, LongAdder> counters) {
    // @start region="listener"
    PlatformListener listener =
        new PlatformListener() {
          @Override
          public void tokenEnded(TokenOutcome outcome) {
            counters.computeIfAbsent(outcome.outcome(), word -> new LongAdder()).increment();
          }
        };
    // @end
    return listener;
  }

  static PlatformConfigBuilder patient(PlatformConfigBuilder config, RotatingSecret secret) {
    // @start region="resilience"
    config
        .clientSecret(secret)
        .resilience(Resilience.DEFAULT.withMaxConcurrent(256).withMaxWaiting(10_000))
        .deadlines(
            new PlatformConfig.Deadlines(
                Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(30)));
    // @end
    return config;
  }
}
