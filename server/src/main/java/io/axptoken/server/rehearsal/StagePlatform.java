package io.axptoken.server.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** What stands in for the platform: two answers on loop-back, as long as real ones. */
final class StagePlatform {
  private static final String HOST = "127.0.0.1";
  private static final int CREATED = 201;
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int SIGNATURE_BYTES = 256;

  private final HttpServer server;
  private final String accessToken;
  private final String userToken;

  private StagePlatform(Vertx vertx, Clock clock) {
    String claims = "{\"exp\":" + clock.instant().plus(LIFE).getEpochSecond() + "}";
    String token = base64("{\"alg\":\"none\"}") + '.' + base64(claims) + '.' + noise();
    accessToken = "{\"access_token\":\"" + token + "\",\"expires_in\":900,\"scope\":\"none\"}";
    userToken = "{\"jwtToken\":\"jwt." + token + "\"}";
    server = vertx.createHttpServer().requestHandler(this::answer);
  }

  /** Begins to answer. */
  static Future<StagePlatform> start(Vertx vertx, Clock clock) {
    var platform = new StagePlatform(vertx, clock);
    return platform.server.listen(0, HOST).map(platform);
  }

  URI uri() {
    return URI.create("http://" + HOST + ':' + server.actualPort());
  }

  private void answer(HttpServerRequest request) {
    boolean access = String.valueOf(request.path()).endsWith("/openid-connect/token");
    request.response().putHeader("content-type", "application/json");
    if (!access) {
      request.response().setStatusCode(CREATED);
    }
    request.response().end(access ? accessToken : userToken);
  }

  Future<?> close() {
    return server.close();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String noise() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[SIGNATURE_BYTES]);
  }
}
