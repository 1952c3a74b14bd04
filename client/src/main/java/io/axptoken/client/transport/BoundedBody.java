package io.axptoken.client.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's body up to {@link Transport#MAX_BODY_BYTES} and breaks the connection off
 * beyond that, or at once if the headers announce more.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
  private static final int USUAL_BODY = 2048;

  /** Of a header line: the colon, a blank and the line's end. */
  private static final int LINE_OVERHEAD = 4;

  private final long announced;
  private final boolean headFits;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BODY);
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private BoundedBody(long announced, boolean headFits) {
    this.announced = announced;
    this.headFits = headFits;
  }

  /** For one answer. */
  static HttpResponse.BodySubscriber<byte[]> of(HttpResponse.ResponseInfo answer) {
    return new BoundedBody(
        answer.headers().firstValueAsLong("content-length").orElse(0),
        size(answer.headers()) <= Transport.MAX_HEAD_BYTES);
  }

  private static long size(HttpHeaders headers) {
    return headers.map().entrySet().stream()
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + value))
        .mapToLong(line -> line.length() + LINE_OVERHEAD)
        .sum();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    if (!headFits) {
      breakOff(begun, new HeadTooLargeException());
    } else if (announced > Transport.MAX_BODY_BYTES) {
      breakOff(begun, new TooLargeException());
    } else {
      begun.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + buffer.remaining() > Transport.MAX_BODY_BYTES) {
        breakOff(subscription, new TooLargeException());
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  private void breakOff(Flow.@Nullable Subscription begun, IOException why) {
    if (begun != null) {
      begun.cancel();
    }
    body.completeExceptionally(why);
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }

  /** Says that an answer's headers are larger than allowed. */
  static final class HeadTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Says that an answer is larger than allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
