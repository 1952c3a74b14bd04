package io.axptoken.service.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer, before it is written. Immutable: what a filter adds makes another one. It may be kept
 * by nobody ({@code Cache-Control: no-store}), unless it has no body.
 */
public final class Answer {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM = HttpHeaders.createOptimized(ProblemJson.MEDIA_TYPE);
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final Buffer NOTHING = Buffer.buffer();

  private final int status;
  private final @Nullable CharSequence mediaType;
  private final @Nullable Buffer body;
  private final long bytes;
  private final @Nullable Problem problem;
  private final @Nullable Field fields;
  private final boolean last;

  private Answer(
      int status,
      @Nullable CharSequence mediaType,
      @Nullable Buffer body,
      long bytes,
      @Nullable Problem problem,
      @Nullable Field fields,
      boolean last) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.bytes = bytes;
    this.problem = problem;
    this.fields = fields;
    this.last = last;
  }

  /** A header field, and those that were added before it. */
  private record Field(CharSequence name, CharSequence value, @Nullable Field before) {}

  /** 200 with JSON. */
  public static Answer json(Buffer body) {
    return json(200, body);
  }

  /** JSON with another status. */
  public static Answer json(int status, Buffer body) {
    return new Answer(status, JSON, body, body.length(), null, null, false);
  }

  /** A status alone, such as 204. */
  public static Answer empty(int status) {
    return new Answer(status, null, NOTHING, 0, null, null, false);
  }

  /** A problem with this request. */
  public static Answer problem(Request request, Problem problem) {
    Buffer body = ProblemJson.write(problem, request.id());
    return new Answer(problem.type().status(), PROBLEM, body, body.length(), problem, null, false);
  }

  /** A problem that goes by, and when to come back. */
  public static Answer problem(Request request, Problem problem, Duration retryAfter) {
    return problem(request, problem)
        .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
  }

  /** Whole seconds, rounded up, and one at least. */
  public static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }

  /** What somebody else has written. */
  static Answer sent(int status, long bytes) {
    return new Answer(status, null, null, bytes, null, null, false);
  }

  /** The same with one more header field. */
  public Answer with(CharSequence name, CharSequence value) {
    return new Answer(
        status, mediaType, body, bytes, problem, new Field(name, value, fields), last);
  }

  /** The same as the last one of its connection; with HTTP/2 only the stream ends. */
  public Answer last() {
    return new Answer(status, mediaType, body, bytes, problem, fields, true);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** How long the body is. */
  public long bytes() {
    return bytes;
  }

  /** What is wrong, or {@code null} if nothing is. */
  public @Nullable Problem problem() {
    return problem;
  }

  boolean isLast() {
    return last;
  }

  /** What is to be written, or {@code null} if somebody else has done it. */
  @Nullable Buffer body() {
    return body;
  }

  /** Writes all that stands before the body. */
  void writeHead(HttpServerResponse response) {
    response.setStatusCode(status);
    if (mediaType != null) {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
          .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
    write(fields, response);
  }

  /** In the order in which they were added, so that the last one of a name counts. */
  private static void write(@Nullable Field field, HttpServerResponse response) {
    if (field != null) {
      write(field.before, response);
      response.putHeader(field.name, field.value);
    }
  }
}
