package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes an answer of a bug: the caller learns that it is ours, the log learns which. */
public final class Guard implements Filter {
  private static final Logger LOG = System.getLogger(Guard.class.getName());
  private static final Problem BUG =
      Problem.of(
          HttpProblem.INTERNAL_ERROR,
          "The server failed. Report the requestId to whoever runs it.");

  @Override
  public Endpoint to(Endpoint next) {
    return request -> {
      try {
        Future<Answer> answer = next.answer(request);
        return answer.succeeded()
            ? answer
            : answer.recover(bug -> Future.succeededFuture(failed(request, bug)));
      } catch (RuntimeException bug) {
        return Future.succeededFuture(failed(request, bug));
      }
    };
  }

  private static Answer failed(Request request, Throwable bug) {
    LOG.log(Level.ERROR, "internal error, request " + request.id(), bug);
    return Answer.problem(request, BUG);
  }
}
