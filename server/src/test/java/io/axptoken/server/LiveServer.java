package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.Reloader.Outcome;
import io.axptoken.server.config.LiveSettings;
import io.axptoken.server.config.Loaded;
import io.axptoken.server.config.ReferredFiles;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.SettingsLoader;
import io.axptoken.server.config.SettingsSource;
import io.axptoken.server.config.Written;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A server whose configuration is a file that a test changes; it looks when it is told to. */
final class LiveServer implements AutoCloseable {
  private final Lifecycle lifecycle;

  private LiveServer(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Starts with this file, which has to say {@code reloadInterval: 0s}. */
  static LiveServer start(Path yaml) throws Exception {
    SettingsSource<Settings> source = () -> SettingsLoader.read(yaml, Map.of(), Map.of());
    Written<Settings> written = source.read();
    Written.Resolved<Settings> resolved = written.resolve();
    assertThat(resolved.loaded()).isInstanceOf(Loaded.Valid.class);
    var valid = (Loaded.Valid<Settings>) resolved.loaded();
    var settings = valid.settings();
    assertThat(settings.server().operation().reloadInterval()).isZero();
    Set<Path> files = new HashSet<>(resolved.files());
    files.addAll(ReferredFiles.of(settings));
    var live =
        new LiveSettings(
            settings, valid.effective().protections(), written, files, source, _ -> {});
    return new LiveServer(
        Lifecycle.start(live).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
  }

  int port() {
    return lifecycle.port();
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  /** What {@code /metrics} shows. */
  String metrics() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + lifecycle.managementPort() + "/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /** Looks at the files once. */
  Outcome look() throws Exception {
    return reloader().look().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** Looks until files that have just changed are found whole. */
  Outcome lookTwice() throws Exception {
    assertThat(look()).isEqualTo(Outcome.CHANGING);
    return look();
  }

  /** Reads everything anew. */
  Outcome reread() throws Exception {
    return reloader().reread().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** Gets over what the first looks find: files that were read at the start, not looked at. */
  LiveServer settled() throws Exception {
    assertThat(lookTwice()).isEqualTo(Outcome.RELOADED);
    assertThat(look()).isEqualTo(Outcome.UNCHANGED);
    return this;
  }

  /** Has a file hold something else, all at once. */
  static void replace(Path file, String text) throws IOException {
    Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Reloader reloader() {
    return Objects.requireNonNull(lifecycle.reloader());
  }

  @Override
  public void close() {
    lifecycle
        .stop()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
