package io.axptoken.spring.observe;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.TokenOutcome;
import io.axptoken.spring.IntegrationInstrument;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Meters of each integration: {@code axp.tokens}, {@code axp.calls}, {@code axp.retries}, {@code
 * axp.access.token.fetches} and {@code axp.breaker.open}. No tag holds anything of a user.
 */
final class AxpMetrics implements IntegrationInstrument {
  private final MeterRegistry registry;

  AxpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public PlatformListener listener(String integration) {
    AtomicInteger open = new AtomicInteger();
    Tags tags = Tags.of("integration", integration);
    registry.gauge("axp.breaker.open", tags, open);
    return new Meters(tags, open);
  }

  private final class Meters implements PlatformListener {
    private final Tags tags;
    private final AtomicInteger open;

    Meters(Tags tags, AtomicInteger open) {
      this.tags = tags;
      this.open = open;
    }

    @Override
    public void tokenEnded(TokenOutcome outcome) {
      Tags more =
          tags.and("outcome", outcome.outcome(), "shared", Boolean.toString(outcome.shared()));
      registry.timer("axp.tokens", more).record(outcome.took());
    }

    @Override
    public void accessTokenFetched(
        Trigger trigger,
        @Nullable PlatformFailure failure,
        Duration took,
        @Nullable Instant expiresAt) {
      String outcome = failure == null ? "issued" : word(failure.kind());
      Tags more = tags.and("trigger", word(trigger), "outcome", outcome);
      registry.timer("axp.access.token.fetches", more).record(took);
    }

    @Override
    public void answered(Call call, StatusClass status, Duration took) {
      Tags more = tags.and("call", call.toString(), "status", status.toString());
      registry.timer("axp.calls", more).record(took);
    }

    @Override
    public void retried(Call call, RetryCause cause) {
      Tags more = tags.and("call", call.toString(), "cause", word(cause));
      registry.counter("axp.retries", more).increment();
    }

    @Override
    public void breakerChanged(Breaker state) {
      open.set(state == Breaker.OPEN ? 1 : 0);
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
