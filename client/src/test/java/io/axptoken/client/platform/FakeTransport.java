package io.axptoken.client.platform;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** A transport whose answers the test decides; without a word from the test all goes well. */
final class FakeTransport implements Transport {
  static final String GRANT = "{\"access_token\":\"access-1\",\"expires_in\":900}";

  private final List<TransportRequest> accessTokenCalls = new ArrayList<>();
  private final List<TransportRequest> endUserCalls = new ArrayList<>();
  private final Deque<CompletionStage<TransportAnswer>> accessTokenAnswers = new ArrayDeque<>();
  private final Deque<CompletionStage<TransportAnswer>> endUserAnswers = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private Consumer<Duration> passing = delay -> {};
  private boolean closed;

  static CompletionStage<TransportAnswer> answer(int status, String body) {
    return answer(status, body, Map.of());
  }

  static CompletionStage<TransportAnswer> answer(
      int status, String body, Map<String, String> headers) {
    return CompletableFuture.completedStage(
        new TransportAnswer(status, headers::get, body.getBytes(StandardCharsets.UTF_8)));
  }

  static CompletionStage<TransportAnswer> failure(TransportException.Reason reason) {
    return CompletableFuture.failedStage(new TransportException(reason, null));
  }

  FakeTransport onAccessToken(CompletionStage<TransportAnswer> answer) {
    accessTokenAnswers.add(answer);
    return this;
  }

  FakeTransport onEndUserToken(CompletionStage<TransportAnswer> answer) {
    endUserAnswers.add(answer);
    return this;
  }

  /** Answers that were not asked for are not given any more. */
  void forgetPlans() {
    accessTokenAnswers.clear();
    endUserAnswers.clear();
  }

  List<TransportRequest> accessTokenCalls() {
    return accessTokenCalls;
  }

  List<TransportRequest> endUserCalls() {
    return endUserCalls;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public synchronized CompletionStage<TransportAnswer> send(TransportRequest request) {
    if (request.uri().getPath().contains("/openid-connect/")) {
      accessTokenCalls.add(request);
      return next(accessTokenAnswers, accessTokenCalls, FakeTransport::grant);
    }
    endUserCalls.add(request);
    return next(endUserAnswers, endUserCalls, FakeTransport::endUserToken);
  }

  private static CompletionStage<TransportAnswer> next(
      Deque<CompletionStage<TransportAnswer>> planned,
      List<TransportRequest> calls,
      Function<Integer, CompletionStage<TransportAnswer>> otherwise) {
    CompletionStage<TransportAnswer> answer = planned.poll();
    return answer != null ? answer : otherwise.apply(calls.size());
  }

  private static CompletionStage<TransportAnswer> grant(int number) {
    return answer(200, GRANT.replace("access-1", "access-" + number));
  }

  private static CompletionStage<TransportAnswer> endUserToken(int number) {
    return answer(201, "{\"jwtToken\":\"jwt.h.p." + number + "\"}");
  }

  /** Nothing waits: the delay is noted, and the clock, if there is one, jumps over it. */
  @Override
  public void after(Duration delay, Runnable task) {
    delays.add(delay);
    passing.accept(delay);
    task.run();
  }

  /** Moves the test's clock when somebody waits. */
  FakeTransport whenWaiting(Consumer<Duration> clock) {
    passing = clock;
    return this;
  }

  List<Duration> delays() {
    return delays;
  }

  @Override
  public void close() {
    closed = true;
  }
}
