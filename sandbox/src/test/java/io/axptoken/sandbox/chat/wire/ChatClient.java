package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page's chat client, as the contract describes it, whose calls a test can spoil. */
public final class ChatClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final AxpSandbox sandbox;
  private final String base;
  private String token;
  private @Nullable String sessionId;
  private @Nullable String lastEventId;

  private ChatClient(AxpSandbox sandbox, String token) {
    this.sandbox = sandbox;
    this.token = token;
    this.base =
        sandbox.baseUri()
            + "/sdk/digital/chat/v1/integrations/"
            + sandbox.account().integrationId();
  }

  /** A client with a token, and no session yet. */
  public static ChatClient of(AxpSandbox sandbox, String customerId, String customerName) {
    return new ChatClient(sandbox, token(sandbox, customerId, customerName));
  }

  /** A client with a session. */
  public static ChatClient open(AxpSandbox sandbox, String customerId) {
    ChatClient client = of(sandbox, customerId, "Ann");
    client.open();
    return client;
  }

  public static String token(AxpSandbox sandbox, String customerId, String customerName) {
    try (Caller caller = Caller.of(sandbox)) {
      return caller.endUserToken(
          caller.endUser().put("customerId", customerId).put("customerName", customerName));
    }
  }

  /** Another page of the same user. */
  public ChatClient anotherPage() {
    ChatClient other = new ChatClient(sandbox, token);
    other.open();
    return other;
  }

  public void useToken(String newToken) {
    token = newToken;
  }

  public String token() {
    return token;
  }

  public String base() {
    return base;
  }

  public String sessionId() {
    return Objects.requireNonNull(sessionId);
  }

  public JsonObject open() {
    JsonObject session =
        created(
            post("/sessions", new JsonObject().put("displayName", "Ann").put("clientType", "web")));
    sessionId = session.getString("sessionId");
    return session;
  }

  /** A new engagement, whose events begin after the settling time. */
  public Engaged engage() {
    return new Engaged(created(askEngagement()));
  }

  public HttpResponse<String> askEngagement() {
    return post(
        "/engagements",
        new JsonObject()
            .put("sessionId", sessionId)
            .put("engagementParameters", new JsonObject().put("topic", "x")));
  }

  /** The ids of an engagement, and the calls about it. */
  public final class Engaged {
    final JsonObject json;
    final String id;
    final String dialogId;

    Engaged(JsonObject json) {
      this.json = json;
      this.id = json.getString("engagementId");
      this.dialogId = json.getJsonArray("dialogs").getJsonObject(0).getString("dialogId");
    }

    public String id() {
      return id;
    }

    JsonObject ids() {
      return new JsonObject().put("dialogId", dialogId).put("sessionId", sessionId);
    }

    public HttpResponse<String> say(String text) {
      JsonObject element = new JsonObject().put("text", text).put("textFormat", "PLAINTEXT");
      return post(
          "/engagements/" + id + "/messages",
          ids()
              .put(
                  "body", new JsonObject().put("elementType", "TEXT").put("elementText", element)));
    }

    public HttpResponse<String> join() {
      return post("/engagements/" + id + ":join", ids());
    }

    public HttpResponse<String> disconnect() {
      return post("/engagements/" + id + ":disconnect", ids().put("reason", "USER_CLOSED"));
    }

    String listQuery() {
      return "?sessionId="
          + sessionId
          + "&dialogId="
          + dialogId
          + "&pageSize=50&pageNumber=1&orderBy=DSC";
    }

    public HttpResponse<String> list() {
      return get("/engagements/" + id + "/messages" + listQuery());
    }
  }

  /** The same engagement, seen by this page. */
  public Engaged engaged(Engaged elsewhere) {
    return new Engaged(elsewhere.json);
  }

  /** Polls as the client does: acknowledges the last batch, and forgets it after an empty one. */
  public List<JsonObject> poll() {
    return take(join(pollLater()));
  }

  /** Polls until an event of that type has come, and returns all up to then. */
  public List<JsonObject> pollUntil(String eventType) {
    return pollUntil(eventType, 1);
  }

  /** Polls until so many events of that type have come. */
  public List<JsonObject> pollUntil(String eventType, int count) {
    List<JsonObject> events = new ArrayList<>();
    while (types(events).stream().filter(eventType::equals).count() < count) {
      events.addAll(poll());
    }
    return events;
  }

  public CompletableFuture<HttpResponse<String>> pollLater() {
    return pollLater(lastEventId);
  }

  public CompletableFuture<HttpResponse<String>> pollLater(@Nullable String acknowledged) {
    String query = acknowledged == null ? "" : "?lastEventId=" + acknowledged;
    return http.sendAsync(
        request("/sessions/" + sessionId + "/events" + query).GET().build(),
        BodyHandlers.ofString());
  }

  public List<JsonObject> take(HttpResponse<String> answer) {
    List<JsonObject> events = events(answer);
    lastEventId = events.isEmpty() ? null : events.getLast().getString("eventId");
    return events;
  }

  public static List<JsonObject> events(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError("poll answered " + answer.statusCode());
    }
    return new JsonArray(answer.body()).stream().map(JsonObject.class::cast).toList();
  }

  public static List<String> types(List<JsonObject> events) {
    return events.stream().map(event -> event.getString("eventType")).toList();
  }

  /** The texts of the messages among events. */
  public static List<String> texts(List<JsonObject> events) {
    return events.stream()
        .filter(event -> event.getString("eventType").equals("MESSAGE"))
        .map(event -> text(event.getJsonObject("message")))
        .toList();
  }

  public static String text(JsonObject message) {
    return message.getJsonObject("body").getJsonObject("elementText").getString("text");
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .setHeader("Authorization", "Bearer " + token)
        .setHeader("appkey", sandbox.account().appKey());
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  public HttpResponse<String> post(String path, JsonObject body) {
    return send(
        request(path)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static <T> T join(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  public static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static JsonObject created(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError("answered " + answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
