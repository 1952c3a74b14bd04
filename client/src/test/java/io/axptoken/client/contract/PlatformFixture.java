package io.axptoken.client.contract;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.platform.Axp;
import io.axptoken.client.platform.Infinity;
import io.axptoken.client.transport.Transport;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox for the whole class, and for each test a fresh transport and a clock that can jump. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlatformFixture {
  /* A thousand signatures take their time on a small machine. */
  private static final Deadlines PATIENT =
      new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

  static final EndUser USER = EndUser.withId("user-1");

  private AxpSandbox sandbox;
  private Transport transport;
  private MutableClock clock;

  /** A fresh transport; the suite closes it. */
  protected abstract Transport newTransport();

  @BeforeAll
  void startSandbox() {
    sandbox = AxpSandbox.start();
  }

  @AfterAll
  void stopSandbox() {
    sandbox.close();
  }

  @BeforeEach
  void openTransport() {
    sandbox.reset();
    clock = new MutableClock(InstantSource.system().instant());
    transport = newTransport();
  }

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  AxpSandbox sandbox() {
    return sandbox;
  }

  MutableClock clock() {
    return clock;
  }

  /** What the sandbox accepts. */
  PlatformConfigBuilder config() {
    return config(sandbox.baseUri());
  }

  /** The same for a platform elsewhere. */
  PlatformConfigBuilder config(URI baseUri) {
    SandboxAccount account = sandbox.account();
    return PlatformConfig.builder()
        .baseUri(baseUri)
        .accountId(account.accountId())
        .integrationId(account.integrationId())
        .clientId(account.clientId())
        .clientSecret(Secret.of(account.clientSecret()))
        .appKey(account.appKey())
        .deadlines(PATIENT);
  }

  /** A platform that has fetched nothing yet. */
  TokenPlatform platform() {
    return platform(config());
  }

  TokenPlatform platform(PlatformConfigBuilder config) {
    return new Axp(config.build(), transport, false, clock, clock::nanoTime);
  }

  /** A platform whose clock runs. */
  TokenPlatform livePlatform(PlatformConfigBuilder config) {
    return TokenPlatform.axp(config.build(), transport, InstantSource.system());
  }

  /** What the sandbox accepts on Infinity. */
  PlatformConfigBuilder infinityConfig() {
    SandboxAccount account = sandbox.infinityAccount();
    return PlatformConfig.builder()
        .baseUri(sandbox.baseUri())
        .accountId(account.accountId())
        .integrationId(account.integrationId())
        .clientId(account.clientId())
        .clientSecret(Secret.of(account.clientSecret()))
        .deadlines(PATIENT);
  }

  TokenPlatform infinity(PlatformConfigBuilder config) {
    return new Infinity(config.build(), transport, false, clock, clock::nanoTime);
  }

  /** Infinity with a clock that runs. */
  TokenPlatform liveInfinity(PlatformConfigBuilder config) {
    return TokenPlatform.infinity(config.build(), transport, InstantSource.system());
  }

  static EndUserToken issued(TokenPlatform platform) {
    CompletionStage<EndUserToken> stage = platform.issue(USER);
    return Outcome.of(stage);
  }

  int accessTokenCalls() {
    return sandbox.journal().count(Endpoint.ACCESS_TOKEN);
  }

  int endUserCalls() {
    return sandbox.journal().count(Endpoint.END_USER_TOKEN);
  }
}
