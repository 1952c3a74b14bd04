package io.axptoken.service.command;

import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.load.ManagementAddress;
import io.axptoken.service.config.schema.Catalogue;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The question whether a server is healthy; knows nothing of command lines, to start quickly. */
public final class HealthCheck {
  /** What the command is called. */
  public static final String NAME = "health";

  /** The option that says where to ask. */
  public static final String URL = "--url";

  /** The option that asks for less. */
  public static final String LIVE = "--live";

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Catalogue catalogue;
  private final CommandContext surroundings;
  private final String path;

  /** Asks whether a server that is configured by this catalogue lives, or is ready. */
  public HealthCheck(Catalogue catalogue, CommandContext surroundings, boolean live) {
    this.catalogue = catalogue;
    this.surroundings = surroundings;
    this.path = live ? "/health/live" : "/health/ready";
  }

  /** Asks there; {@code null} if that is no address to ask. */
  public @Nullable Integer at(String url) {
    try {
      URI uri = new URI(url);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        boolean whole = uri.getRawPath().length() > 1;
        return ask(whole ? uri : new URI("http://" + uri.getRawAuthority() + path));
      }
    } catch (URISyntaxException _) {
      // Told by the caller.
    }
    return null;
  }

  /** Whether something at the management listener says that it lives. */
  public static boolean isLive(ManagementSettings management) {
    URI uri = URI.create("http://" + authority(management) + "/health/live");
    try {
      return HealthProbe.status(uri, TIMEOUT) == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /** Asks where the configuration says. */
  public int configured(@Nullable Path file, Map<String, String> overrides) {
    return switch (ManagementAddress.load(catalogue, file, surroundings.environment(), overrides)) {
      case ManagementAddress.Unknown(String problem) -> unhealthy(problem);
      case ManagementAddress.Known(ManagementSettings management) when management.port() == 0 ->
          unhealthy("management.port is 0, so that the port is not known: give --url.");
      case ManagementAddress.Known(ManagementSettings management) ->
          ask(URI.create("http://" + authority(management) + path));
    };
  }

  /** Who listens on all addresses is asked on this machine's own. */
  private static String authority(ManagementSettings management) {
    String host =
        switch (management.host()) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "0:0:0:0:0:0:0:0" -> "::1";
          default -> management.host();
        };
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + management.port();
  }

  private int ask(URI uri) {
    try {
      int status = HealthProbe.status(uri, TIMEOUT);
      if (status == 200) {
        surroundings.out().println("Healthy: " + uri + " answers 200.");
        return ExitCode.FINE;
      }
      return unhealthy(uri + " answers " + status + ".");
    } catch (IOException e) {
      return unhealthy(uri + ": " + reason(e) + ".");
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case SocketTimeoutException _ -> "no answer within " + TIMEOUT.toSeconds() + " seconds";
      case UnknownHostException _ -> "the host is not known";
      case ConnectException _ -> "nobody listens there";
      default ->
          failure.getClass() == IOException.class
              ? String.valueOf(failure.getMessage())
              : "the connection broke";
    };
  }

  private int unhealthy(String reason) {
    surroundings.err().println("Not healthy: " + reason);
    return ExitCode.FAILED;
  }
}
