package io.axptoken.server.edge;

import io.axptoken.client.EndUserToken;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.ProblemJson;
import io.axptoken.service.http.Violation;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a request is read from and what its answer is written as. */
@State(Scope.Thread)
public class EdgeBenchmark {
  private final byte[] body =
      """
      {"userId":"user-000001","userName":"Guest 000001","verified":true,\
      "userIdentifiers":{"emailAddresses":["user-000001@example.com"]}}\
      """
          .getBytes(StandardCharsets.US_ASCII);
  private final SuccessJson success =
      new SuccessJson(
          new ClientSettings(
              "00000000-0000-4000-8000-00000000be9c", "na.example.com", "", "", "key", ""));
  private final EndUserToken token =
      new EndUserToken("jwt." + "a".repeat(750), Instant.parse("2026-01-01T00:30:00Z"));
  private final Problem problem =
      Problem.of(HttpProblem.TOO_MANY_REQUESTS, "Too many token requests from this user.");

  /** The body of a token request, and the rules for it. */
  @Benchmark
  public List<Violation> requestReading() {
    return switch (RequestJson.read(body, RequestFields.TOKEN)) {
      case RequestJson.Read.Attributes(RequestAttributes read) -> read.violations(true);
      case RequestJson.Read.Malformed malformed -> throw new AssertionError(malformed.detail());
    };
  }

  /** The answer with a token. */
  @Benchmark
  public Buffer answerWriting() {
    return success.token(token);
  }

  /** The answer with a problem. */
  @Benchmark
  public Buffer problemWriting() {
    return ProblemJson.write(problem, "0123456789abcdef");
  }
}
