package io.axptoken.spring.observe;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A platform each of whose tokens is an observation {@value #TOKEN}, below the caller's one; the
 * calls that it takes are observations below that.
 */
final class ObservedPlatform implements TokenPlatform {
  /** The name of an observation of a token. */
  static final String TOKEN = "axp.token";

  private final String integration;
  private final TokenPlatform platform;
  private final ObservationRegistry registry;

  ObservedPlatform(String integration, TokenPlatform platform, ObservationRegistry registry) {
    this.integration = integration;
    this.platform = platform;
    this.registry = registry;
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user) {
    return issue(user, CallContext.NONE);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user, CallContext context) {
    if (registry.isNoop()) {
      return platform.issue(user, context);
    }
    Observation token =
        Observation.start(TOKEN, registry)
            .contextualName("axp token")
            .lowCardinalityKeyValue("axp.integration", integration);
    CompletionStage<EndUserToken> stage =
        platform.issue(user, new ObservedCalls(context, token, integration, registry));
    stage.whenComplete((issued, failure) -> end(token, failure));
    return stage;
  }

  private static void end(Observation token, @Nullable Throwable failure) {
    token.lowCardinalityKeyValue("outcome", outcome(failure));
    if (failure != null) {
      token.error(cause(failure));
    }
    token.stop();
  }

  private static String outcome(@Nullable Throwable failure) {
    if (failure == null) {
      return "issued";
    }
    return cause(failure) instanceof PlatformException refused
        ? refused.failure().kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "cancelled";
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  @Override
  public CompletionStage<Void> prepare() {
    return platform.prepare();
  }

  @Override
  public PlatformStatus status() {
    return platform.status();
  }

  @Override
  public void close() {
    platform.close();
  }
}
