package io.axptoken.server.command.check;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.TokenPlatform;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.server.settings.IntegrationSettings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Does with an integration's platform what the server would do: asks it for a token. */
final class PlatformCheck {
  static final String ACCESS_TOKEN = Call.ACCESS_TOKEN.toString();
  static final String TOKEN = Call.END_USER_TOKEN.toString();
  static final String CLOCK = "clock";

  /** Whom the token is for; whoever sees the id knows where it is from. */
  static final String USER = "axp-token-server-check";

  private final IntegrationSettings integration;
  private final AxpSettings axp;
  private final Clock clock;
  private final Findings findings;

  PlatformCheck(IntegrationSettings integration, Clock clock, Findings findings) {
    this.integration = integration;
    this.axp = integration.axp();
    this.clock = clock;
    this.findings = findings;
  }

  /** What there is to find on such a platform, in this order. */
  static List<String> all(AxpSettings axp) {
    return axp.platform() == Platform.AXP
        ? List.of(ACCESS_TOKEN, TOKEN, CLOCK)
        : List.of(TOKEN, CLOCK);
  }

  void run() {
    try (ClockObservingTransport transport =
            new ClockObservingTransport(PlatformAccess.transport(axp), clock);
        TokenPlatform platform = PlatformAccess.platform(axp, transport, clock)) {
      if (axp.platform() == Platform.AXP && !fetchAccessToken(platform, transport)) {
        findings.notTried(List.of(TOKEN, CLOCK));
        return;
      }
      TokenLook token = mint(platform);
      new ClockCheck(clock, findings).compare(transport.ahead(), token);
    }
  }

  private boolean fetchAccessToken(TokenPlatform platform, ClockObservingTransport transport) {
    findings.begin(ACCESS_TOKEN);
    PlatformFailure failure = prepare(platform);
    if (failure == null) {
      String path = axp.authPath() == AuthPath.LEGACY ? "older" : "current";
      return findings.ok(ACCESS_TOKEN, "fetched at the " + path + " path as " + axp.clientId());
    }
    AuthPath other = axp.authPath() == AuthPath.LEGACY ? AuthPath.CURRENT : AuthPath.LEGACY;
    return failed(ACCESS_TOKEN, failure, Advice.mayBePath(failure) && works(other, transport));
  }

  private static @Nullable PlatformFailure prepare(TokenPlatform platform) {
    try {
      platform.prepare().toCompletableFuture().join();
      return null;
    } catch (CompletionException e) {
      if (e.getCause() instanceof PlatformException known) {
        return known.failure();
      }
      throw e;
    }
  }

  private boolean works(AuthPath path, ClockObservingTransport transport) {
    try (TokenPlatform platform = PlatformAccess.platform(axp, path, transport, clock)) {
      return prepare(platform) == null;
    }
  }

  private boolean failed(String check, PlatformFailure failure, boolean otherPathWorks) {
    Advice advice = Advice.on(failure, integration, otherPathWorks);
    return findings.failed(
        check, advice.detail() + " (" + failure.trace() + ")", advice.remedy(integration));
  }

  private @Nullable TokenLook mint(TokenPlatform platform) {
    findings.begin(TOKEN);
    try {
      EndUserToken token = platform.issueAndWait(EndUser.withId(USER));
      return new TokenCheck(axp, clock, findings).look(token);
    } catch (PlatformException e) {
      failed(TOKEN, e.failure(), false);
      return null;
    }
  }
}
