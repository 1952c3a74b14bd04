package io.axptoken.service;

import io.axptoken.service.config.BasicSettings;
import io.axptoken.service.config.load.Schema;
import io.axptoken.service.config.rules.FlatSchema;
import io.axptoken.service.config.schema.BasicSections;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Route;
import io.axptoken.service.http.Routes;
import io.axptoken.service.http.Surface;
import io.axptoken.service.http.filter.EveryRequest;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.reload.SurfaceProgram;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * The smallest server there is: one setting, one route. Whatever else it does, the service does.
 */
final class Greeter extends SurfaceProgram<Greeter.Greeting> {
  static final Property<String> WORDS =
      Property.optional(
          "greeting.words",
          Types.TEXT,
          "hello",
          Protection.none(Protection.Unguarded.CHECKS_NOTHING),
          "What it says.");

  static final Schema<Greeting> SCHEMA =
      new FlatSchema<>(
          "greeter",
          values -> new Greeting(BasicSections.settings(values), values.get(WORDS)),
          new Section("greeting", "The greeting.", List.of(WORDS)));

  record Greeting(BasicSettings basics, String words) implements BasicSettings.Among {}

  Greeter() {
    super("Greeter");
  }

  @Override
  protected Surface surface(Greeting settings, LongLived lasting) {
    Problem lost = Problem.of(HttpProblem.NOT_FOUND, "Greetings are at /greeting.");
    Routes routes = new Routes("/", _ -> Route.nothing(Filter.NONE, lost));
    Answer answer = Answer.json(Buffer.buffer("\"" + settings.words() + "\""));
    Route greeting = new Route("/greeting", null, Filter.NONE, _ -> Future.succeededFuture(answer));
    routes.add(Map.of("/greeting", greeting));
    return new Surface(
        Filter.NONE,
        EveryRequest.to(routes, lasting.health()),
        new TrustedProxies(settings.server().trustedProxies()),
        lasting.metrics().inFlight()::count);
  }
}
