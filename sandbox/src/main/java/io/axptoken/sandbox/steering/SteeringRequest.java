package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a steering request is read, and refused when it is wrong. */
final class SteeringRequest {
  private SteeringRequest() {}

  /** The fields of the JSON body; a body that is no JSON object is wrong as a whole. */
  static Fields body(RoutingContext context) {
    @Nullable Buffer body = context.body().buffer();
    try {
      return new Fields(new JsonObject(body == null ? Buffer.buffer() : body));
    } catch (DecodeException | ClassCastException e) {
      Fields none = new Fields(new JsonObject());
      none.add("", "must be a JSON object", Violation.WRONG_FORMAT);
      return none;
    }
  }

  /** The parameters of the query. */
  static Fields query(RoutingContext context) {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, String> parameter : context.queryParams()) {
      json.put(parameter.getKey(), parameter.getValue());
    }
    return new Fields(json);
  }

  /** Goes on, or answers with the list of what is wrong. */
  static void unlessWrong(RoutingContext context, Fields fields, Runnable next) {
    if (fields.violations().isEmpty()) {
      next.run();
    } else {
      Problem.violated(fields.violations())
          .answer(context.normalizedPath())
          .send(context.response());
    }
  }
}
