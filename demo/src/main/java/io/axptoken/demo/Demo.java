package io.axptoken.demo;

import io.axptoken.demo.playground.BackendKey;
import io.axptoken.demo.playground.Playground;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.TokenServer;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.observe.log.ServiceIdentity;
import io.axptoken.service.process.RunningService;
import io.axptoken.service.process.Version;
import io.vertx.core.Future;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running sandbox with a token server before it that also serves the playground, and a push
 * connector beside it.
 */
final class Demo implements AutoCloseable {
  private static final int SANDBOX_PORT = 3001;
  private static final int MANAGEMENT_PORT = 9090;
  private static final int CONNECTOR_PORT = 3002;
  private static final int CONNECTOR_MANAGEMENT_PORT = 9092;

  private final AxpSandbox sandbox;
  private final Connector connector;
  private final RunningService<Settings> server;
  private final String host;

  private Demo(
      AxpSandbox sandbox, Connector connector, RunningService<Settings> server, String host) {
    this.sandbox = sandbox;
    this.connector = connector;
    this.server = server;
    this.host = host;
  }

  /** What came of the start. */
  sealed interface Start {
    /** It listens. */
    record Running(Demo demo) implements Start {}

    /** It does not, nothing is left running, and this is why and what to exit with. */
    record Failed(String reason, int exitCode) implements Start {}
  }

  /**
   * Starts sandbox, connector and server, and returns when all listen.
   *
   * @param port 0 for any free one, and then those of the others are any free ones, too; else they
   *     give way when they are taken
   */
  static Start start(String host, int port) {
    AxpSandbox sandbox = sandbox(besides(port, SANDBOX_PORT));
    try {
      Start start = start(sandbox, host, port);
      if (start instanceof Start.Failed) {
        sandbox.close();
      }
      return start;
    } catch (RuntimeException failure) {
      sandbox.close();
      throw failure;
    }
  }

  private static Start start(AxpSandbox sandbox, String host, int port) {
    Connector connector = connector(sandbox, port);
    Start start = start(sandbox, connector, host, port);
    if (start instanceof Start.Failed) {
      connector.close();
    }
    return start;
  }

  /** A port that is wanted beside the given one, or 0 for any. */
  private static int besides(int port, int wanted) {
    return port == 0 || port == wanted ? 0 : PreferredPort.orAnyOther(wanted);
  }

  /** Somebody else may take a port just after it was found free. */
  private static AxpSandbox sandbox(int port) {
    try {
      return AxpSandbox.start(SandboxOptions.defaults().withPort(port));
    } catch (UncheckedIOException taken) {
      return AxpSandbox.start(SandboxOptions.defaults().withPort(0));
    }
  }

  /** As above: its ports may be taken just after they were found free. */
  private static Connector connector(AxpSandbox sandbox, int port) {
    int own = besides(port, CONNECTOR_PORT);
    int management = besides(port, CONNECTOR_MANAGEMENT_PORT);
    try {
      return Connector.start(sandbox, own, management);
    } catch (CompletionException taken) {
      return Connector.start(sandbox, 0, 0);
    }
  }

  private static Start start(AxpSandbox sandbox, Connector connector, String host, int port) {
    int managementPort = besides(port, MANAGEMENT_PORT);
    BackendKey key = BackendKey.random();
    return switch (DemoSettings.load(sandbox, connector.route(), key, host, port, managementPort)) {
      case Loaded.Invalid(List<ConfigProblem> problems, _) -> new Start.Failed(lines(problems), 2);
      case Loaded.Valid(Settings settings, _) -> start(sandbox, connector, key, settings);
    };
  }

  private static Start start(
      AxpSandbox sandbox, Connector connector, BackendKey key, Settings settings) {
    String host = settings.server().host();
    Logs.configure(
        settings.logging(), new ServiceIdentity(Settings.PROGRAM, Version.current()), false);
    try {
      RunningService<Settings> server =
          await(
              TokenServer.start(settings, Playground.pages(sandbox, host, key, connector.route())));
      return new Start.Running(new Demo(sandbox, connector, server, host));
    } catch (CompletionException failure) {
      return new Start.Failed(reason(failure, host, settings.server().port()), 1);
    }
  }

  /** The page's address, for people on this machine. */
  URI page() {
    boolean here = Stream.of("127.0.0.1", "0.0.0.0", "::", "::1").anyMatch(host::equals);
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + (here ? "localhost" : bracketed) + ":" + server.port() + "/");
  }

  /** The address of the health probes. */
  URI health() {
    return URI.create("http://127.0.0.1:" + server.managementPort() + "/health");
  }

  /** The platform behind the server. */
  AxpSandbox sandbox() {
    return sandbox;
  }

  /** The push connector beside the server. */
  Connector connector() {
    return connector;
  }

  /** Stops all. The sandbox goes first, so that no call to it holds the others up. */
  @Override
  public void close() {
    sandbox.close();
    connector.close();
    await(server.stop());
  }

  private static String reason(CompletionException failure, String host, int port) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(BindException.class::isInstance)
        ? "Cannot listen on %s port %d: it is in use or not ours. Choose another, such as: script/server --port %d"
            .formatted(host, port, port == 3100 ? 3200 : 3100)
        : "Cannot start: " + failure.getCause();
  }

  private static String lines(List<ConfigProblem> problems) {
    return problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
