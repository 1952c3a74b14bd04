package io.axptoken.sandbox;

import io.axptoken.sandbox.chat.ChatOptions;
import io.axptoken.sandbox.tls.HttpsOptions;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How to start a sandbox.
 *
 * @param host the address to listen on; the steering has no password, so leave it at loopback
 * @param port the port, or 0 for any free one
 * @param accounts the accounts that exist; the first is {@link AxpSandbox#account()}
 * @param accessTokenLifetime how long an access token is valid, in whole seconds
 * @param clock what tokens are dated and judged by
 * @param random what decides for {@link Faults.Target#percent}
 * @param vertx the Vert.x to run on, or null to have an own one that ends with the sandbox
 * @param chat how its chat behaves
 * @param https how to listen for HTTPS, too, or null not to
 */
public record SandboxOptions(
    String host,
    int port,
    List<SandboxAccount> accounts,
    Duration accessTokenLifetime,
    InstantSource clock,
    RandomGenerator random,
    @Nullable Vertx vertx,
    ChatOptions chat,
    @Nullable HttpsOptions https) {

  /** As the platform does it: 15 minutes. */
  public static final Duration DEFAULT_ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(15);

  /** Without an own choice every sandbox rolls the same dice. */
  private static final long SEED = 20_006;

  /**
   * @throws IllegalArgumentException if there is no account, two share an id, the port is out of
   *     range, or the lifetime is not positive
   */
  public SandboxOptions {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("at least one account is needed");
    }
    if (accounts.stream().map(SandboxAccount::accountId).distinct().count() < accounts.size()) {
      throw new IllegalArgumentException("two accounts have the same accountId");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535");
    }
    AccessTokens.requirePositive(accessTokenLifetime);
  }

  /**
   * A free loopback port, a default account of each platform, the system's clock, an own Vert.x.
   */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        "127.0.0.1",
        0,
        List.of(SandboxAccount.DEFAULT, SandboxAccount.DEFAULT_INFINITY),
        DEFAULT_ACCESS_TOKEN_LIFETIME,
        InstantSource.system(),
        new Random(SEED),
        null,
        ChatOptions.defaults(),
        null);
  }

  /** The same on another address. */
  public SandboxOptions withHost(String newHost) {
    return new SandboxOptions(
        newHost, port, accounts, accessTokenLifetime, clock, random, vertx, chat, https);
  }

  /** The same on another port. */
  public SandboxOptions withPort(int newPort) {
    return new SandboxOptions(
        host, newPort, accounts, accessTokenLifetime, clock, random, vertx, chat, https);
  }

  /** The same with other accounts. */
  public SandboxOptions withAccounts(List<SandboxAccount> newAccounts) {
    return new SandboxOptions(
        host, port, newAccounts, accessTokenLifetime, clock, random, vertx, chat, https);
  }

  /** The same with other accounts. */
  public SandboxOptions withAccounts(SandboxAccount... newAccounts) {
    return withAccounts(List.of(newAccounts));
  }

  /** The same with another lifetime of access tokens. */
  public SandboxOptions withAccessTokenLifetime(Duration lifetime) {
    return new SandboxOptions(host, port, accounts, lifetime, clock, random, vertx, chat, https);
  }

  /** The same by another clock. */
  public SandboxOptions withClock(InstantSource newClock) {
    return new SandboxOptions(
        host, port, accounts, accessTokenLifetime, newClock, random, vertx, chat, https);
  }

  /** The same with other dice. */
  public SandboxOptions withRandom(RandomGenerator newRandom) {
    return new SandboxOptions(
        host, port, accounts, accessTokenLifetime, clock, newRandom, vertx, chat, https);
  }

  /** The same on a given Vert.x, which the sandbox does not close. */
  public SandboxOptions withVertx(Vertx given) {
    return new SandboxOptions(
        host, port, accounts, accessTokenLifetime, clock, random, given, chat, https);
  }

  /** The same with another chat. */
  public SandboxOptions withChat(ChatOptions newChat) {
    return new SandboxOptions(
        host, port, accounts, accessTokenLifetime, clock, random, vertx, newChat, https);
  }

  /** The same with HTTPS beside HTTP. */
  public SandboxOptions withHttps(HttpsOptions newHttps) {
    return new SandboxOptions(
        host, port, accounts, accessTokenLifetime, clock, random, vertx, chat, newHttps);
  }
}
