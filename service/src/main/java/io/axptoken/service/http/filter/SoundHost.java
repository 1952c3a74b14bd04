package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HostField;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.vertx.core.Future;

/** Refuses requests whose {@code Host} two parties might read differently. */
public final class SoundHost implements Filter {
  private static final Problem BAD_HOST =
      Problem.of(HttpProblem.MALFORMED_REQUEST, "Send one Host header, and a valid one.");

  @Override
  public Endpoint to(Endpoint next) {
    return request ->
        HostField.isSound(request.raw())
            ? next.answer(request)
            : Future.succeededFuture(Answer.problem(request, BAD_HOST).last());
  }
}
