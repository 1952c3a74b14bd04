package io.axptoken.demo.playground;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sandbox as the page sees and steers it; there is one trouble at a time. */
final class SandboxState {
  private static final int CALLS_SHOWN = 50;

  private final AxpSandbox sandbox;
  private @Nullable FaultOrder order;

  SandboxState(AxpSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What it may be told, whether it fails, and its latest calls, oldest first. */
  synchronized JsonObject json() {
    return new JsonObject()
        .put("sandbox", sandbox.baseUri().toString())
        .put("faults", faults())
        .put("failing", failing())
        .put("counts", counts())
        .put("calls", calls());
  }

  /** Lets this trouble take the place of any other. */
  synchronized JsonObject fail(FaultOrder newOrder) {
    sandbox.faults().clear();
    newOrder.trouble().happenAt(sandbox, newOrder.always());
    order = newOrder;
    return json();
  }

  /** Ends all trouble. */
  synchronized JsonObject heal() {
    sandbox.faults().clear();
    return json();
  }

  /**
   * Lets the chat refuse the tokens that {@code {"userId": "u1"}} got so far.
   *
   * @throws IllegalArgumentException if no user is named
   */
  JsonObject expireTokens(JsonObject body) {
    if (!(body.getValue("userId") instanceof String userId)) {
      throw new IllegalArgumentException("userId must be a text.");
    }
    sandbox.chat().revokeTokens(userId);
    return json();
  }

  /** Forgets the calls. */
  synchronized JsonObject clearCalls() {
    sandbox.journal().clear();
    return json();
  }

  private static JsonArray faults() {
    return array(
        OfferedFault.ALL.stream()
            .map(trouble ->
                new JsonObject()
                    .put("id", trouble.id())
                    .put("label", trouble.label())
                    .put("hint", trouble.hint())));
  }

  /** An order for one call is over when the sandbox has carried it out. */
  private @Nullable JsonObject failing() {
    if (sandbox.faults().plans().isEmpty()) {
      return null;
    }
    if (order == null) {
      return new JsonObject().put("id", "other").put("label", "fails").put("always", true);
    }
    return new JsonObject()
        .put("id", order.trouble().id())
        .put("label", order.trouble().label())
        .put("always", order.always());
  }

  private JsonObject counts() {
    return new JsonObject()
        .put("accessToken", sandbox.journal().count(Endpoint.ACCESS_TOKEN))
        .put("endUserToken", sandbox.journal().count(Endpoint.END_USER_TOKEN));
  }

  private JsonArray calls() {
    List<Call> calls =
        sandbox.journal().calls().stream().filter(call -> call.endpoint().isOfPlatform()).toList();
    return array(
        calls.stream().skip(Math.max(0, calls.size() - CALLS_SHOWN)).map(SandboxState::call));
  }

  private static JsonObject call(Call call) {
    JsonObject headers = new JsonObject();
    call.headers().forEach(headers::put);
    return new JsonObject()
        .put("time", call.time().toString())
        .put("endpoint", call.endpoint().label())
        .put("method", call.method())
        .put("path", call.path())
        .put("headers", headers)
        .put("body", call.body())
        .put("status", call.status().isPresent() ? call.status().getAsInt() : null);
  }

  private static JsonArray array(Stream<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }
}
