package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.Endpoint;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * A call and the answer due to it.
 *
 * @param endpoint where it arrived
 * @param context the call itself
 * @param request the same, read
 * @param due makes the right answer, with the lifetime forced on the token if any
 * @param journal gets the status that is answered
 */
record ReceivedCall(
    Endpoint endpoint,
    RoutingContext context,
    Request request,
    Function<Optional<Duration>, Answer> due,
    IntConsumer journal) {

  /** The answer that is due when nothing goes wrong. */
  Answer rightAnswer() {
    return due.apply(Optional.empty());
  }

  /** The status of a success here. */
  int successStatus() {
    return endpoint == Endpoint.END_USER_TOKEN ? 201 : 200;
  }

  /** A refusal in the form that callers of this endpoint know. */
  Answer refuse(int status, String detail) {
    return refusal(endpoint, request, status, detail);
  }

  /** The same for a call that there is no more of. */
  static Answer refusal(Endpoint endpoint, Request request, int status, String detail) {
    return endpoint == Endpoint.FCM_SEND
        ? GoogleError.of(status, detail)
        : request.refuse(status, detail);
  }

  /** Sends an answer whole. */
  void answer(Answer answer) {
    journal.accept(answer.status());
    answer.send(context.response());
  }

  /** Sets status and headers of an answer; what goes out of its body is up to the caller. */
  HttpServerResponse begin(Answer answer) {
    journal.accept(answer.status());
    return answer.begin(context.response());
  }
}
