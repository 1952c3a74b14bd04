package io.axptoken.sandbox;

import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.sandbox.config.SandboxConfig;
import io.axptoken.sandbox.config.SandboxConfigException;
import io.axptoken.sandbox.tls.HttpsOptions;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: {@code axp-sandbox}. It runs until it is stopped. */
@Command(
    name = "axp-sandbox",
    description =
        "The platforms to develop and test against: issues tokens as AXP and Infinity do, fails on demand.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int FAILED = 1;
  private static final int BAD_CONFIGURATION = 2;

  @Option(names = "--port", paramLabel = "N", description = "port; 0 for any (default: 3001)")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "address (default: 127.0.0.1). The steering has no password.")
  private @Nullable String host;

  @Option(
      names = "--https",
      description = "listens for HTTPS, too, with a certificate made at the start")
  private boolean https;

  @Option(
      names = "--https-port",
      paramLabel = "N",
      description = "port for HTTPS; 0 for any (default: 3443). Implies --https.")
  private @Nullable Integer httpsPort;

  @Option(
      names = "--https-name",
      paramLabel = "NAME",
      description = "a DNS name or address that the certificate is good for, too. Implies --https.")
  private @Nullable List<String> httpsNames;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "where to write the certificate to trust. Implies --https.")
  private @Nullable Path caFile;

  @Option(
      names = "--push-callback",
      paramLabel = "URL",
      description = "told what is written to users of the chat who are not there")
  private @Nullable URI pushCallback;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML or JSON with accounts and lifetimes")
  private @Nullable Path config;

  @Spec private @Nullable CommandSpec spec;

  private final Stop stop;

  /** What keeps the sandbox running. */
  @FunctionalInterface
  interface Stop {
    /** Returns when the sandbox shall end. */
    void await() throws InterruptedException;
  }

  private Main(Stop stop) {
    this.stop = stop;
  }

  /** Runs, and exits with 0 when fine, 1 when it failed, 2 for a wrong configuration or usage. */
  public static void main(String[] arguments) {
    CountDownLatch never = new CountDownLatch(1);
    System.exit(commandLine(never::await).execute(arguments));
  }

  static CommandLine commandLine(Stop stop) {
    return new CommandLine(new Main(stop));
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine console = Objects.requireNonNull(spec).commandLine();
    try (AxpSandbox sandbox = AxpSandbox.start(options())) {
      console.getOut().print(Welcome.text(sandbox));
      console.getOut().flush();
      console.getErr().print(Welcome.warning(sandbox));
      console.getErr().flush();
      stop.await();
      return FINE;
    } catch (SandboxConfigException e) {
      e.problems().forEach(console.getErr()::println);
      return BAD_CONFIGURATION;
    } catch (UncheckedIOException e) {
      console.getErr().println(Objects.requireNonNull(e.getCause()).getMessage());
      return FAILED;
    }
  }

  private SandboxOptions options() throws SandboxConfigException {
    SandboxOptions options =
        config == null
            ? SandboxOptions.defaults().withPort(SandboxConfig.DEFAULT_PORT)
            : SandboxConfig.load(config);
    if (port != null && (port < 0 || port > 65_535)) {
      throw new SandboxConfigException(List.of("--port: must be 0 to 65535"));
    }
    options = port == null ? options : options.withPort(port);
    options = host == null ? options : options.withHost(host);
    options = pushCallback == null ? options : withPushCallback(options, pushCallback);
    return https || httpsPort != null || httpsNames != null || caFile != null
        ? options.withHttps(httpsOptions(options))
        : options;
  }

  private static SandboxOptions withPushCallback(SandboxOptions options, URI uri)
      throws SandboxConfigException {
    if (!PushCallback.isAddress(uri)) {
      throw new SandboxConfigException(
          List.of("--push-callback: must be an http or https address"));
    }
    return options.withChat(options.chat().withPushCallback(PushCallback.to(uri)));
  }

  private HttpsOptions httpsOptions(SandboxOptions options) throws SandboxConfigException {
    try {
      HttpsOptions configured =
          options.https() == null
              ? HttpsOptions.defaults().withPort(HttpsOptions.DEFAULT_PORT)
              : options.https();
      configured = httpsPort == null ? configured : configured.withPort(httpsPort);
      configured = httpsNames == null ? configured : configured.withNames(httpsNames);
      return caFile == null ? configured : configured.withCaFile(caFile);
    } catch (IllegalArgumentException e) {
      throw new SandboxConfigException(List.of("--https: " + e.getMessage()));
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"axp-sandbox " + (version == null ? "(development)" : version)};
    }
  }
}
