package io.axptoken.sandbox.platform;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP answer, before it is sent.
 *
 * @param status the status code
 * @param contentType of the body
 * @param body all of it
 * @param headers further ones
 */
public record Answer(int status, String contentType, Buffer body, Map<String, String> headers) {
  /** What the platform calls its successes. */
  public static final String JSON = "application/json";

  /** A JSON object. */
  public static Answer json(int status, JsonObject body) {
    return new Answer(status, JSON, body.toBuffer(), Map.of());
  }

  /** Any other text. */
  public static Answer text(int status, String contentType, String body) {
    return new Answer(status, contentType, Buffer.buffer(body), Map.of());
  }

  /** Sends it whole; the result tells when it has been written. */
  public Future<Void> send(HttpServerResponse response) {
    return response.closed() ? Future.succeededFuture() : begin(response).end(body);
  }

  /** Sets status and headers; the body is up to the caller. */
  HttpServerResponse begin(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    return response.setStatusCode(status).putHeader("Content-Type", contentType);
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, Map.copyOf(more));
  }

  /** The same with another content type. */
  public Answer as(String otherContentType) {
    return new Answer(status, otherContentType, body, headers);
  }
}
