package io.axptoken.demo;

import io.axptoken.demo.playground.PushRoute;
import io.axptoken.push.PushConnector;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.push.settings.schema.PushSchema;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.key.NewApiKey;
import io.axptoken.service.process.RunningService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The push connector between the sandbox's chat and its Firebase; its data end with it. */
final class Connector implements AutoCloseable {
  private static final String CONFIG_ID = "playground";
  private static final int KEY_BYTES = 32;
  private static final Duration ABSENCE = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final AxpSandbox sandbox;
  private final Path folder;
  private final RunningService<PushSettings> service;

  private Connector(AxpSandbox sandbox, Path folder, RunningService<PushSettings> service) {
    this.sandbox = sandbox;
    this.folder = folder;
    this.service = service;
  }

  /**
   * Starts it, has the chat tell it of events, and gives it the sandbox's service account.
   *
   * @throws CompletionException if it cannot listen or use its folder
   */
  static Connector start(AxpSandbox sandbox, int port, int managementPort) {
    NewApiKey key = NewApiKey.random();
    Path folder = newFolder();
    try {
      PushSettings settings = settings(sandbox, folder, key, port, managementPort);
      Connector connector = new Connector(sandbox, folder, await(PushConnector.start(settings)));
      connector.configure(key);
      connector.listen();
      return connector;
    } catch (RuntimeException failure) {
      delete(folder);
      throw failure;
    }
  }

  private static PushSettings settings(
      AxpSandbox sandbox, Path folder, NewApiKey key, int port, int managementPort) {
    Path file = folder.resolve("push-connector.yaml");
    write(
        file,
        """
        server: { host: 127.0.0.1, port: %d }
        management: { port: %d }
        dataDirectory: "%s"
        keys: { masterKey: "%s" }
        admin: { keys: { demo: %s } }
        limits: { perAddress: 6000/min, burst: 1000 }
        fcm: { baseUrl: "%s", firstRetry: %ds }
        """
            .formatted(
                port,
                managementPort,
                folder.resolve("data").toString().replace("\\", "\\\\"),
                masterKey(),
                key.hash(),
                sandbox.firebase().baseUri(),
                RETRY.toSeconds()));
    Loaded<PushSettings> loaded =
        RawConfiguration.read(PushSchema.SCHEMA, file, Map.of(), Map.of()).resolve().loaded();
    return switch (loaded) {
      case Loaded.Valid(PushSettings settings, _) -> settings;
      case Loaded.Invalid(var problems, _) ->
          throw new IllegalStateException("the connector's configuration: " + problems);
    };
  }

  private static String masterKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Gives it the service account, as an operator does. */
  private void configure(NewApiKey key) {
    JsonObject account = new JsonObject(sandbox.firebase().serviceAccount());
    String body = new JsonObject().put("fcmServiceAccountConfig", account).encode();
    HttpRequest request =
        HttpRequest.newBuilder(route().configuration())
            .header("Content-Type", "application/json")
            .header("X-Api-Key", key.reveal())
            .PUT(BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.sendAsync(request, BodyHandlers.ofString()).join();
      if (answer.statusCode() != 200) {
        close();
        throw new IllegalStateException("the connector refuses its account: " + answer.body());
      }
    }
  }

  /** Has the chat tell it what is written to users who are not there. */
  void listen() {
    sandbox
        .chat()
        .pushCallbacks()
        .callTo(PushCallback.to(route().callback()).withAbsence(ABSENCE).withRetryDelay(RETRY));
  }

  /** How a phone comes to notifications here. */
  PushRoute route() {
    return new PushRoute(URI.create("http://127.0.0.1:" + service.port() + "/"), CONFIG_ID);
  }

  /** Where its data are while it runs. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    sandbox.chat().pushCallbacks().off();
    await(service.stop());
    delete(folder);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("axp-demo");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
