package io.axptoken.server.assembly;

import io.axptoken.server.issue.KeptTokens;
import io.axptoken.server.issue.ReusePolicy;
import io.axptoken.server.issue.TokenReuse;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.time.Clocks;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Which integrations hand out tokens again; all of them share the room for it. */
final class TokenReuseWiring {
  /** What Infinity's tokens live today; it tells no other way. */
  private static final Duration LIFE_ON_INFINITY = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final KeptTokens room;

  TokenReuseWiring(Settings settings, Clocks clocks) {
    this.clock = clocks.wall();
    this.room =
        new KeptTokens(
            settings.integrations().getFirst().tokens().reuseMaxUsers(), clocks.ticker());
  }

  /** The reuse of its tokens, or {@code null} if each is handed out but once. */
  @Nullable TokenReuse of(IntegrationSettings integration) {
    if (!integration.tokens().reuse()) {
      return null;
    }
    ReusePolicy policy =
        new ReusePolicy(integration.tokens().reuseWhileLeft(), longestLife(integration.axp()));
    return new TokenReuse(integration.name(), policy, room, clock);
  }

  private static Duration longestLife(AxpSettings axp) {
    return switch (axp.platform()) {
      case AXP -> axp.jwtValidityInterval();
      case INFINITY -> LIFE_ON_INFINITY;
    };
  }
}
