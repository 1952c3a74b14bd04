package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A problem answer, checked for everything that all of them have in common. */
record ProblemAnswer(@Nullable HttpResponse<String> http, JsonObject body) {
  private static final String CATALOGUE = "https://axptoken.io/problems/";

  /** Checks that the answer is this kind of problem. */
  static ProblemAnswer of(HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    JsonObject body = shape(answer.body(), status, kind);
    assertThat(answer.headers().firstValue("x-request-id")).hasValue(body.getString("requestId"));
    return new ProblemAnswer(answer, body);
  }

  /** Checks a problem that came over a bare connection, head and body. */
  static ProblemAnswer ofRaw(String answer, int status, String kind) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    return new ProblemAnswer(null, shape(body, status, kind));
  }

  private static JsonObject shape(String text, int status, String kind) {
    JsonObject body = new JsonObject(text);
    assertThat(body.getValue("status")).isEqualTo(status);
    assertThat(body.getString("type")).isEqualTo(CATALOGUE + kind);
    assertThat(body.getString("title")).isNotBlank();
    assertThat(body.getString("detail")).isNotBlank();
    assertThat(body.getString("requestId")).matches("[A-Za-z0-9._-]{1,64}");
    assertThat(body.fieldNames())
        .isSubsetOf("type", "title", "status", "detail", "requestId", "violations");
    assertThat(body.containsKey("violations")).isEqualTo(kind.equals("constraint-violation"));
    assertThat(text)
        .doesNotContain("Exception", "java.", "io.axptoken", "io.vertx", "jackson", "\\tat ");
    return body;
  }

  String detail() {
    return body.getString("detail");
  }

  String header(String name) {
    return http == null ? "" : http.headers().firstValue(name).orElse("");
  }

  /** The fields that broke a rule, in the order told. */
  List<String> violatedFields() {
    JsonArray violations = body.getJsonArray("violations");
    return IntStream.range(0, violations.size())
        .mapToObj(i -> violations.getJsonObject(i).getString("field"))
        .toList();
  }
}
