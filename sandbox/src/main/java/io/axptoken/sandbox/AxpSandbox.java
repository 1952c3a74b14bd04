package io.axptoken.sandbox;

import io.axptoken.sandbox.chat.Chat;
import io.axptoken.sandbox.chat.wire.ChatGate;
import io.axptoken.sandbox.fcm.Firebase;
import io.axptoken.sandbox.fcm.FirebaseRoutes;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.ProviderRoutes;
import io.axptoken.sandbox.platform.Calls;
import io.axptoken.sandbox.platform.Issuing;
import io.axptoken.sandbox.platform.Platform;
import io.axptoken.sandbox.steering.OwnPage;
import io.axptoken.sandbox.steering.Steering;
import io.axptoken.sandbox.token.EndUserTokens;
import io.axptoken.sandbox.token.SigningKeys;
import io.axptoken.sandbox.token.TokenSigner;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A running sandbox of both platforms: it issues end-user tokens as AXP and Infinity do, tells
 * which calls it got, and misbehaves on demand. May be used from any thread but an event loop's.
 *
 * <pre>{@code
 * try (AxpSandbox sandbox = AxpSandbox.start()) {
 *   sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.status(503));
 *   …
 *   assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);
 * }
 * }</pre>
 */
public final class AxpSandbox implements AutoCloseable {
  private final List<SandboxAccount> accounts;
  private final Journal journal = new Journal();
  private final Faults faults;
  private final AccessTokens accessTokens;
  private final ClientSecrets clientSecrets = new ClientSecrets();
  private final SigningKeys keys = new SigningKeys();
  private final EndUserTokens endUserTokens = new EndUserTokens();
  private final IdentityProvider identityProvider;
  private final Firebase firebase;
  private final SandboxServer server;
  private final Chat chat;

  private AxpSandbox(SandboxOptions options) {
    accounts = options.accounts();
    faults = new Faults(options.random());
    accessTokens = new AccessTokens(options.accessTokenLifetime());
    Issuing issuing =
        new Issuing(
            new TokenSigner(keys),
            options.clock(),
            accessTokens::lifetime,
            accessTokens::generation,
            accessTokens::accepts,
            endUserTokens,
            clientSecrets::isClient);
    Calls calls = new Calls(options.clock(), faults::next, journal::add);
    Platform platform = new Platform(accounts, keys, issuing, calls);
    identityProvider = new IdentityProvider(options.clock(), this::baseUri);
    ProviderRoutes provider =
        new ProviderRoutes(identityProvider, calls, new OwnPage(options.host()), options.clock());
    firebase = new Firebase(options.clock(), this::baseUri);
    FirebaseRoutes push = new FirebaseRoutes(firebase, calls, options.clock());
    Steering steering = new Steering(this, options.host());
    server = new SandboxServer(options);
    chat = chat(options, issuing.signer());
    server.listen(router -> {
      chat.mount(router);
      platform.mount(router);
      provider.mount(router);
      push.mount(router);
      steering.mount(router);
    });
  }

  private Chat chat(SandboxOptions options, TokenSigner signer) {
    ChatGate gate = new ChatGate(accounts, signer, endUserTokens, options.clock());
    return new Chat(options.chat(), server.vertx(), server.loop(), gate, endUserTokens);
  }

  /** Starts on a free loopback port with the default accounts, and returns when it listens. */
  public static AxpSandbox start() {
    return start(SandboxOptions.defaults());
  }

  /**
   * Starts as told, and returns when it listens.
   *
   * @throws java.io.UncheckedIOException if it cannot listen there
   */
  public static AxpSandbox start(SandboxOptions options) {
    return new AxpSandbox(options);
  }

  /** Where it listens, such as {@code http://127.0.0.1:3001}. */
  public URI baseUri() {
    return server.baseUri();
  }

  /** Where it listens for HTTPS, such as {@code https://127.0.0.1:3443}; empty if it does not. */
  public Optional<URI> httpsUri() {
    return server.httpsUri();
  }

  /** The certificate (PEM) of the authority that HTTPS clients are to trust. */
  public Optional<String> authorityCertificate() {
    return server.authority();
  }

  /** The first account; without an own choice, one of AXP. */
  public SandboxAccount account() {
    return accounts.getFirst();
  }

  /**
   * The first account of Infinity.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public SandboxAccount infinityAccount() {
    return accounts.stream()
        .filter(account -> account.platform() == SandboxAccount.Platform.INFINITY)
        .findFirst()
        .orElseThrow();
  }

  /** All accounts. */
  public List<SandboxAccount> accounts() {
    return accounts;
  }

  /** The calls it got. */
  public Journal journal() {
    return journal;
  }

  /** The chat that its end users' tokens open. */
  public Chat chat() {
    return chat;
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** The control over access tokens. */
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  /** The control over what clients prove themselves with. */
  public ClientSecrets clientSecrets() {
    return clientSecrets;
  }

  /** The OpenID Connect provider of made-up users. */
  public IdentityProvider identityProvider() {
    return identityProvider;
  }

  /** The Firebase that takes push messages. */
  public Firebase firebase() {
    return firebase;
  }

  /**
   * Signs with a new key from now on. The key before it stays published, so that its tokens verify;
   * those of older ones are refused.
   */
  public void rotateKeys() {
    keys.rotate();
  }

  /**
   * Forgets calls, faults, conversations, devices, messages, revocations, changed secrets and a
   * changed lifetime, as if just started.
   */
  public void reset() {
    journal.clear();
    faults.clear();
    accessTokens.reset();
    clientSecrets.reset();
    chat.reset();
    firebase.reset();
  }

  /** Stops listening and drops all connections, those of hanging calls included. */
  @Override
  public void close() {
    server.close();
  }
}
