package io.axptoken.server.command;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.command.CommandContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The program under test: what it is called with, and what it printed and started. */
final class Program {
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private @Nullable Path home;
  private boolean terminal;
  private Clock clock = Clock.systemUTC();
  private CompletionStage<?> started = CompletableFuture.completedFuture("");
  private @Nullable Settings settings;

  /** With a configuration that is valid. */
  static Program configured() {
    return new Program()
        .environment("AXP_HOST_NAME", "na.api.avayacloud.com")
        .environment("AXP_ACCOUNT_ID", "ABCDEF")
        .environment("AXP_INTEGRATION_ID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")
        .environment("AXP_CLIENT_ID", "client")
        .environment("AXP_CLIENT_SECRET", "s3cr3t")
        .environment("AXP_APP_KEY", "app-key");
  }

  /** With this account at this platform. */
  static Program using(URI platform, SandboxAccount account) {
    return new Program()
        .environment("AXP_PLATFORM", account.platform().name().toLowerCase(Locale.ROOT))
        .environment("AXP_HOST_NAME", platform.toString())
        .environment("AXP_ACCOUNT_ID", account.accountId())
        .environment("AXP_INTEGRATION_ID", account.integrationId())
        .environment("AXP_CLIENT_ID", account.clientId())
        .environment("AXP_CLIENT_SECRET", account.clientSecret())
        .environment("AXP_APP_KEY", account.appKey());
  }

  Program environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Program installedIn(Path folder) {
    home = folder;
    return this;
  }

  /** At another time than now. */
  Program later(Duration time) {
    clock = Clock.offset(Clock.systemUTC(), time);
    return this;
  }

  Program onTerminal() {
    terminal = true;
    return this;
  }

  Program failingToStart(Throwable failure) {
    started = CompletableFuture.failedFuture(failure);
    return this;
  }

  int run(String... args) {
    CommandContext surroundings =
        new CommandContext(environment, stream(out), stream(err), home, clock, () -> terminal);
    return CommandLines.run(
        surroundings,
        given -> {
          settings = given.settings();
          return started;
        },
        args);
  }

  /** What the server was started with, or {@code null} if it was not. */
  @Nullable Settings settings() {
    return settings;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
