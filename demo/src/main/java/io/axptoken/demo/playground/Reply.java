package io.axptoken.demo.playground;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the page is answered.
 *
 * @param retryAfter the value of that header, if there is one
 */
record Reply(int status, String mediaType, @Nullable String retryAfter, Buffer body) {
  /** Success, with that result. */
  static Reply of(JsonObject result) {
    return new Reply(200, "application/json", null, result.toBuffer());
  }

  /** What another server has answered. */
  static Future<Reply> relayed(HttpClientResponse answer) {
    String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
    return answer
        .body()
        .map((Buffer body) ->
            new Reply(
                answer.statusCode(),
                type == null ? "application/octet-stream" : type,
                answer.getHeader(HttpHeaders.RETRY_AFTER),
                body));
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    if (retryAfter != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    response.end(body);
  }
}
