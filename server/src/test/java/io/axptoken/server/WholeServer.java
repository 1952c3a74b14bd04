package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.config.Settings;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server and its sandbox for the tests of one class; the sandbox starts each test afresh. */
final class WholeServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final String JWKS = "/.well-known/jwks.json";

  private final SandboxOptions options;
  private final Function<AxpSandbox, Settings> settings;
  private @Nullable AxpSandbox sandbox;
  private @Nullable TestServer server;

  private WholeServer(SandboxOptions options, Function<AxpSandbox, Settings> settings) {
    this.options = options;
    this.settings = settings;
  }

  static WholeServer usual() {
    return with(settings -> settings);
  }

  static WholeServer with(UnaryOperator<TestSettings> change) {
    return of(
        SandboxOptions.defaults(), sandbox -> change.apply(new TestSettings(sandbox)).build());
  }

  static WholeServer of(SandboxOptions options, Function<AxpSandbox, Settings> settings) {
    return new WholeServer(options, settings);
  }

  TestServer http() {
    return started(server);
  }

  AxpSandbox sandbox() {
    return started(sandbox);
  }

  /** The one end-user call that reached the platform. */
  Call onlyEndUserCall() {
    assertThat(sandbox().journal().calls(Endpoint.END_USER_TOKEN)).hasSize(1);
    return sandbox().journal().calls(Endpoint.END_USER_TOKEN).getFirst();
  }

  /** The body of the one end-user call that reached the platform. */
  JsonObject onlyEndUserBody() {
    return new JsonObject(onlyEndUserCall().body());
  }

  /** Holds that no user's token was asked for. */
  void assertNothingMinted() {
    assertThat(sandbox().journal().calls(Endpoint.END_USER_TOKEN)).isEmpty();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    sandbox = AxpSandbox.start(options);
    server = TestServer.start(settings.apply(sandbox));
    // The sandbox makes its first key in the background; no test shall wait for that.
    HttpRequest keys = HttpRequest.newBuilder(sandbox.baseUri().resolve(JWKS)).build();
    assertThat(server.send(keys).statusCode()).isEqualTo(200);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    sandbox().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
    sandbox().close();
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not started");
    }
    return part;
  }
}
