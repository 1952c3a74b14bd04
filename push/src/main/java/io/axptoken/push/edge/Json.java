package io.axptoken.push.edge;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.MediaTypes;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.RequestBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
final class Json {
  private Json() {}

  /** Reads a JSON object; anything else is answered with what is wrong. */
  static Future<Answer> read(Request request, Function<JsonObject, Future<Answer>> next) {
    if (!MediaTypes.isUntold(request.headers()) && !MediaTypes.isPlainJson(request.headers())) {
      return problem(
          request,
          HttpProblem.UNSUPPORTED_MEDIA_TYPE,
          "Send JSON in UTF-8, as Content-Type: application/json.");
    }
    return RequestBody.read(
        request,
        body -> {
          JsonObject json = object(body);
          return json == null
              ? problem(request, HttpProblem.MALFORMED_JSON, "The body must be a JSON object.")
              : next.apply(json);
        });
  }

  private static @Nullable JsonObject object(Buffer body) {
    try {
      return io.vertx.core.json.Json.decodeValue(body) instanceof JsonObject json ? json : null;
    } catch (DecodeException _) {
      return null;
    }
  }

  static Answer answer(JsonObject json) {
    return Answer.json(json.toBuffer());
  }

  static Answer answer(int status, JsonObject json) {
    return Answer.json(status, json.toBuffer());
  }

  static Answer answer(JsonArray json) {
    return Answer.json(json.toBuffer());
  }

  /** As the vendor's sample words it, for who reads that. */
  static Answer notFound(String what, String name) {
    return answer(404, new JsonObject().put("message", what + " [" + name + "] not found"));
  }

  static Future<Answer> problem(Request request, HttpProblem type, String detail) {
    return Future.succeededFuture(Answer.problem(request, Problem.of(type, detail)));
  }
}
