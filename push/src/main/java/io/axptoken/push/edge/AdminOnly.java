package io.axptoken.push.edge;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.key.ApiKeys;
import io.vertx.core.Future;
import java.util.List;

/** Lets pass who has an administrator's key. */
record AdminOnly(ApiKeys keys) implements Filter {
  private static final Problem NOBODY =
      Problem.of(
          HttpProblem.NOT_AUTHENTICATED,
          "This is for administrators: send an API key of admin.keys in X-Api-Key.");

  @Override
  public Endpoint to(Endpoint next) {
    return request ->
        isAdmin(request)
            ? next.answer(request)
            : Future.succeededFuture(
                Answer.problem(request, NOBODY)
                    .with("WWW-Authenticate", "ApiKey realm=\"axp-push-connector\""));
  }

  private boolean isAdmin(Request request) {
    List<String> given = request.headers().getAll("X-Api-Key");
    return given.size() == 1 && keys.owner(given.getFirst()) != null;
  }
}
