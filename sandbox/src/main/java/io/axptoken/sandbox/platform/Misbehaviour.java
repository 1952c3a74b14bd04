package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.Fault;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** Carries a fault out on a call. */
final class Misbehaviour {
  private static final int CHUNK_BYTES = 16 * 1024;

  private Misbehaviour() {}

  static void on(ReceivedCall call, Fault fault) {
    switch (fault) {
      case Fault.Status status -> call.answer(statusAnswer(call, status));
      case Fault.Delay delay -> answerLater(call, delay.delay());
      case Fault.Hang _ -> {}
      case Fault.Reset _ -> reset(call.context().request().connection());
      case Fault.Truncate _ -> sendHalf(call).onComplete(sent -> close(call));
      case Fault.StallBody _ -> sendHalf(call);
      case Fault.Garbage _ -> call.answer(garbage(call));
      case Fault.WrongContentType _ -> call.answer(call.rightAnswer().as("text/html"));
      case Fault.WithoutToken _ -> call.answer(withoutToken(call));
      case Fault.Huge huge -> stream(call, huge.bytes());
      case Fault.Redirect redirect -> call.answer(redirection(redirect));
      case Fault.Html html -> call.answer(webPage(html.status()));
      case Fault.InvalidGrant _ -> call.answer(invalidGrant());
      case Fault.Fcm fcm -> call.answer(comeBack(GoogleError.of(fcm.error()), fcm.retryAfter()));
      case Fault.EarlyExpiry early -> call.answer(call.due().apply(Optional.of(early.lifetime())));
    }
  }

  private static Answer statusAnswer(ReceivedCall call, Fault.Status fault) {
    Answer answer =
        fault.status() < 400
            ? Answer.text(fault.status(), Answer.JSON, "")
            : call.refuse(fault.status(), "The sandbox was told to answer this.");
    return comeBack(answer, fault.retryAfter());
  }

  private static Answer comeBack(Answer answer, Optional<Duration> retryAfter) {
    return retryAfter
        .map(after ->
            answer.with("Retry-After", Long.toString(after.plusNanos(999_999_999).toSeconds())))
        .orElse(answer);
  }

  private static Answer webPage(int status) {
    return Answer.text(
        status,
        "text/html; charset=utf-8",
        "<!doctype html><title>" + status + "</title><p>A proxy stands in between.</p>");
  }

  private static Answer invalidGrant() {
    return OAuth.error(400, "invalid_grant", "The sandbox was told to answer this.");
  }

  private static void answerLater(ReceivedCall call, Duration delay) {
    call.context()
        .vertx()
        .setTimer(Math.max(1, delay.toMillis()), timer -> call.answer(call.rightAnswer()));
  }

  private static void reset(HttpConnection connection) {
    if (connection instanceof HttpServerConnection server) {
      Channel channel = server.channelHandlerContext().channel();
      // With this option the close sends RST at once, and no orderly FIN.
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      var _ = channel.close();
    } else {
      connection.close();
    }
  }

  private static Future<Void> sendHalf(ReceivedCall call) {
    Answer answer = call.rightAnswer();
    int length = answer.body().length();
    return call.begin(answer)
        .putHeader("Content-Length", Integer.toString(length))
        .write(answer.body().getBuffer(0, length / 2));
  }

  private static void close(ReceivedCall call) {
    call.context().request().connection().close();
  }

  private static Answer garbage(ReceivedCall call) {
    return Answer.text(call.successStatus(), Answer.JSON, "<html><body>Welcome!</body></html>");
  }

  private static Answer withoutToken(ReceivedCall call) {
    return Answer.json(call.successStatus(), new JsonObject().put("token_type", "Bearer"));
  }

  private static Answer redirection(Fault.Redirect fault) {
    return Answer.text(302, "text/plain", "").with("Location", fault.location().toString());
  }

  private static void stream(ReceivedCall call, long bytes) {
    String head = "{\"padding\":\"";
    String tail = "\"}";
    Answer empty = Answer.text(call.successStatus(), Answer.JSON, "");
    HttpServerResponse response = call.begin(empty).setChunked(true);
    Buffer chunk = Buffer.buffer("x".repeat(CHUNK_BYTES));
    response.write(head);
    fill(response, chunk, bytes - head.length() - tail.length(), tail);
  }

  /** Writes on as fast as the caller reads, and ends when all is written. */
  private static void fill(HttpServerResponse response, Buffer chunk, long left, String tail) {
    if (left <= 0) {
      response.end(tail);
      return;
    }
    int size = (int) Math.min(left, chunk.length());
    response
        .write(chunk.getBuffer(0, size))
        .onSuccess(written -> fill(response, chunk, left - size, tail));
  }
}
