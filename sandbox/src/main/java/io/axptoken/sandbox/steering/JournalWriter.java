package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Journal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the journal as JSON. */
final class JournalWriter {
  private JournalWriter() {}

  /** The counts of all endpoints, and the calls of one or all. */
  static JsonObject write(Journal journal, Optional<Endpoint> endpoint) {
    JsonObject counts = new JsonObject();
    for (Endpoint each : Endpoint.values()) {
      counts.put(each.label(), journal.count(each));
    }
    List<Call> calls = endpoint.map(journal::calls).orElseGet(journal::calls);
    return new JsonObject()
        .put("counts", counts)
        .put("calls", new JsonArray(calls.stream().map(JournalWriter::write).toList()));
  }

  private static JsonObject write(Call call) {
    JsonObject json =
        new JsonObject()
            .put("time", call.time().toString())
            .put("endpoint", call.endpoint().label())
            .put("method", call.method())
            .put("path", call.path())
            .put("headers", new JsonObject(new TreeMap<>(call.headers())))
            .put("body", call.body());
    call.status().ifPresent(status -> json.put("status", status));
    return json;
  }
}
