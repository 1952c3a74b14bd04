package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What every call to an endpoint goes through: journal → fault? → answer. */
public final class Calls {
  private final InstantSource clock;
  private final Function<Endpoint, @Nullable Fault> faults;
  private final Function<Call, IntConsumer> journal;

  /** What an endpoint answers when nothing goes wrong. */
  @FunctionalInterface
  public interface Due {
    /** The answer; a forced lifetime is that of the token in it, and is not told. */
    Answer answer(Request request, Optional<Duration> forcedLifetime);
  }

  /**
   * Takes calls.
   *
   * @param clock tells when they came
   * @param faults says what is to go wrong with a call, and null for nothing
   * @param journal takes a call, and returns what takes the status of its answer
   */
  public Calls(
      InstantSource clock,
      Function<Endpoint, @Nullable Fault> faults,
      Function<Call, IntConsumer> journal) {
    this.clock = clock;
    this.faults = faults;
    this.journal = journal;
  }

  /** Answers a call whose body has been read. */
  public void serve(RoutingContext context, Endpoint endpoint, Due due) {
    Request request = Request.of(context);
    IntConsumer entry = journal.apply(call(request, endpoint));
    @Nullable Fault fault = faults.apply(endpoint);
    ReceivedCall exchange =
        new ReceivedCall(
            endpoint, context, request, lifetime -> due.answer(request, lifetime), entry);
    try {
      respond(exchange, fault);
    } catch (RuntimeException bug) {
      exchange.answer(exchange.refuse(500, "The sandbox has a bug: " + bug));
    }
  }

  private static void respond(ReceivedCall exchange, @Nullable Fault fault) {
    if (fault == null) {
      exchange.answer(exchange.rightAnswer());
    } else {
      Misbehaviour.on(exchange, fault);
    }
  }

  /** A body that is too large or breaks off was never read, but the call was made. */
  public void unreadable(RoutingContext context, Endpoint endpoint) {
    Request request = Request.of(context);
    int status = context.statusCode() >= 400 ? context.statusCode() : 500;
    journal.apply(call(request, endpoint)).accept(status);
    ReceivedCall.refusal(endpoint, request, status, "The body cannot be read.")
        .send(context.response());
  }

  private Call call(Request request, Endpoint endpoint) {
    return new Call(
        clock.instant(),
        endpoint,
        request.method(),
        request.uri(),
        Redaction.headers(request.headers().entries()),
        Redaction.body(request, endpoint),
        OptionalInt.empty());
  }
}
