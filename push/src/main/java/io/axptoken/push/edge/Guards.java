package io.axptoken.push.edge;

import io.axptoken.push.settings.CallbackSettings;
import io.axptoken.push.settings.RegistrationSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.ProblemType;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** What requests prove themselves with that are no administrator's. */
final class Guards {
  private Guards() {}

  /** Lets events pass that come from where, and with what, the operator says. */
  static Filter callback(CallbackSettings settings) {
    TrustedProxies networks = new TrustedProxies(settings.allowFrom());
    return next ->
        request -> {
          if (!settings.allowFrom().isEmpty() && !networks.trusts(request.clientAddress())) {
            return refused(
                request, HttpProblem.NOT_PERMITTED, "Events are not taken from this network.");
          }
          return hasHeader(request, settings.header())
              ? next.answer(request)
              : refused(
                  request,
                  HttpProblem.NOT_AUTHENTICATED,
                  "The header field is missing or wrong that events must have.");
        };
  }

  private static boolean hasHeader(Request request, Secret header) {
    if (header.isEmpty()) {
      return true;
    }
    String field = header.reveal();
    int colon = field.indexOf(':');
    List<String> given = request.headers().getAll(field.substring(0, colon));
    Secret wanted = Secret.of(field.substring(colon + 1).strip());
    return given.size() == 1 && Secret.of(given.getFirst().strip()).equals(wanted);
  }

  /** Lets every device pass, or those that have the bearer token. */
  static Filter registration(RegistrationSettings settings) {
    return settings.open() ? Filter.NONE : next -> request -> bearer(settings, next, request);
  }

  private static Future<Answer> bearer(
      RegistrationSettings settings, Endpoint next, Request request) {
    List<String> given = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    Secret wanted = Secret.of("Bearer " + settings.token().reveal());
    if (given.size() == 1 && Secret.of(given.getFirst()).equals(wanted)) {
      return next.answer(request);
    }
    Problem problem =
        Problem.of(
            HttpProblem.NOT_AUTHENTICATED,
            "Devices register with the token of registration.token, as Authorization: Bearer.");
    return Future.succeededFuture(
        Answer.problem(request, problem).with("WWW-Authenticate", "Bearer"));
  }

  private static Future<Answer> refused(Request request, ProblemType type, String detail) {
    return Future.succeededFuture(Answer.problem(request, Problem.of(type, detail)));
  }
}
