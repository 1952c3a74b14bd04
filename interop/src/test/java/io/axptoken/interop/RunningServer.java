package io.axptoken.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.TokenServer;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.process.RunningService;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A token server before the sandbox, with a configuration file of the test. */
final class RunningServer implements AutoCloseable {
  private final RunningService<Settings> lifecycle;

  private RunningServer(RunningService<Settings> lifecycle) {
    this.lifecycle = lifecycle;
  }

  static RunningServer start(AxpSandbox sandbox, String yaml) throws IOException {
    Path file = Files.createTempFile("token-server", ".yaml");
    Files.writeString(file, yaml);
    Loaded<Settings> loaded = SettingsLoader.load(file, environment(sandbox), Map.of());
    Files.delete(file);
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    return new RunningServer(
        within(TokenServer.start(((Loaded.Valid<Settings>) loaded).settings())));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + lifecycle.port() + path);
  }

  private static Map<String, String> environment(AxpSandbox sandbox) {
    SandboxAccount account = sandbox.account();
    return Map.of(
        "SERVER_PORT", "0",
        "SERVER_HOST", "127.0.0.1",
        "MANAGEMENT_PORT", "0",
        "AXP_HOST_NAME", sandbox.baseUri().toString(),
        "AXP_ACCOUNT_ID", account.accountId(),
        "AXP_INTEGRATION_ID", account.integrationId(),
        "AXP_CLIENT_ID", account.clientId(),
        "AXP_CLIENT_SECRET", account.clientSecret(),
        "AXP_APP_KEY", account.appKey(),
        "LIMITS_BURST", "100000");
  }

  private static <T> T within(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    within(lifecycle.stop());
  }
}
