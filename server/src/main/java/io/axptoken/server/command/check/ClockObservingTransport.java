package io.axptoken.server.command.check;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A transport that notes by how much the platform's clock differs from ours. */
final class ClockObservingTransport implements Transport {
  private final Transport transport;
  private final Clock clock;
  private volatile @Nullable Duration ahead;

  ClockObservingTransport(Transport transport, Clock clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /** How far the platform's clock is ahead, by its last answer; {@code null} if none told. */
  @Nullable Duration ahead() {
    return ahead;
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    Instant sent = clock.instant();
    return transport
        .send(request)
        .thenApply(answer -> {
          note(answer.headers().apply("date"), sent);
          return answer;
        });
  }

  /** The answer was written some time between the request and now. */
  private void note(@Nullable String date, Instant sent) {
    if (date == null) {
      return;
    }
    try {
      Instant written = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      Instant now = clock.instant();
      if (written.isAfter(now)) {
        ahead = Duration.between(now, written);
      } else {
        // Dates have whole seconds, cut off.
        Instant earliest = sent.minusSeconds(1);
        ahead = written.isBefore(earliest) ? Duration.between(earliest, written) : Duration.ZERO;
      }
    } catch (DateTimeException _) {
      // No date that anybody could read.
    }
  }

  @Override
  public void after(Duration delay, Runnable task) {
    transport.after(delay, task);
  }

  @Override
  public void close() {
    transport.close();
  }
}
