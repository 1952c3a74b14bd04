package io.axptoken.demo.playground;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The backend of a company, played by the demo: it asks the token server with its API key, and
 * hands the answer on to the page.
 */
final class Backend implements Action.Work {
  private static final String PATH = "/integrations/backend/token";
  private static final String GUESS = "axpk_guessed";

  private final BackendKey key;

  Backend(BackendKey key) {
    this.key = key;
  }

  /**
   * Reads {@code {"user": {…}, "trick": "guess"}}: a wrong key, or with {@code browser} the right
   * one as a browser would send it.
   */
  @Override
  public Future<Reply> on(HttpServerRequest request, JsonObject order) {
    if (!(order.getValue("user") instanceof JsonObject user)) {
      throw new IllegalArgumentException("user must be an object.");
    }
    @Nullable Object trick = order.getValue("trick");
    HttpClient client = vertx().createHttpClient();
    return client
        .request(tokenServer(request.connection().localAddress()))
        .compose(call -> sign(call, trick).send(user.toBuffer()))
        .compose(Reply::relayed)
        .eventually(client::close);
  }

  private HttpClientRequest sign(HttpClientRequest call, @Nullable Object trick) {
    call.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    call.putHeader("X-Api-Key", "guess".equals(trick) ? GUESS : key.value());
    return "browser".equals(trick) ? call.putHeader("Sec-Fetch-Site", "same-origin") : call;
  }

  /** The server that the page came from. */
  private static RequestOptions tokenServer(SocketAddress address) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(address.hostAddress())
        .setPort(address.port())
        .setURI(PATH);
  }

  private static Vertx vertx() {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("only an event loop answers requests");
    }
    return context.owner();
  }
}
