package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's own rules for an end user, judged before it is called, all at once. */
class InputRulesTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        broken("{}", "userId"),
        broken("{\"userId\":null}", "userId"),
        broken("{\"userId\":7}", "userId"),
        broken("{\"userId\":true}", "userId"),
        broken("{\"userId\":[\"u1\"]}", "userId"),
        broken("{\"userId\":{\"id\":\"u1\"}}", "userId"),
        broken("{\"userId\":\"\"}", "userId"),
        broken("{\"UserId\":\"u1\"}", "userId"),
        broken(user("userId", "x".repeat(257)), "userId"),
        broken("{\"userId\":\"u\\u0000\"}", "userId"),
        broken("{\"userId\":\"u\\n\"}", "userId"),
        broken("{\"userId\":\"u\\u007f\"}", "userId"),
        broken("{\"userId\":\"u\\u009b\"}", "userId"),
        broken("{\"userId\":\"\\ud800\"}", "userId"),
        broken("{\"userId\":\"\\udc00\\ud800\"}", "userId"),
        broken(user("userName", "x".repeat(71)), "userName"),
        broken("{\"userId\":\"u1\",\"userName\":1.5}", "userName"),
        broken("{\"userId\":\"u1\",\"userName\":[]}", "userName"),
        broken("{\"userId\":\"u1\",\"userName\":\"a\\tb\"}", "userName"),
        broken("{\"userId\":\"u1\",\"verified\":\"true\"}", "verified"),
        broken("{\"userId\":\"u1\",\"verified\":1}", "verified"),
        broken("{\"userId\":\"u1\",\"verifiedCustomer\":{}}", "verifiedCustomer"),
        broken(
            "{\"userId\":\"u1\",\"verified\":true,\"verifiedCustomer\":false}", "verifiedCustomer"),
        broken("{\"userId\":\"u1\",\"userIdentifiers\":\"a\"}", "userIdentifiers"),
        broken("{\"userId\":\"u1\",\"userIdentifiers\":[[\"a\"]]}", "userIdentifiers"),
        broken(identifiers("{\"phone\":\"1\"}"), "userIdentifiers.phone"),
        broken(identifiers("{\"phone\":{\"0\":\"1\"}}"), "userIdentifiers.phone"),
        broken(identifiers("{\"phone\":[\"1\",2]}"), "userIdentifiers.phone[1]"),
        broken(identifiers("{\"phone\":[[\"1\"]]}"), "userIdentifiers.phone[0]"),
        broken(
            identifiers("{\"phone\":[\"1\",\"" + "2".repeat(257) + "\"]}"),
            "userIdentifiers.phone[1]"),
        broken(identifiers("{\"phone\":[\"\\u001b[2J\"]}"), "userIdentifiers.phone[0]"),
        broken(
            identifiers("{\"phone\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}"),
            "userIdentifiers.phone"),
        broken(identifiers("{\"\":[\"1\"]}"), "userIdentifiers[0]"),
        broken(identifiers("{\"" + "t".repeat(51) + "\":[\"1\"]}"), "userIdentifiers[0]"),
        broken(identifiers("{\"a\\nb\":[\"1\"]}"), "userIdentifiers[0]"),
        broken(identifiers("{\"a\\nb\":1}"), "userIdentifiers[0]", "userIdentifiers[0]"),
        broken(
            identifiers("{\"fine\":[\"1\"],\"\":[1,[],\"\\n\"]}"),
            "userIdentifiers[1][0]",
            "userIdentifiers[1][1]",
            "userIdentifiers[1]",
            "userIdentifiers[1][2]"),
        broken(identifiers(types(11)), "userIdentifiers"),
        broken(identifiers(longest("ä")), "userIdentifiers"));
  }

  private static Arguments broken(String body, String... fields) {
    return Arguments.of(body, List.of(fields));
  }

  private static String user(String field, String value) {
    return new JsonObject().put("userId", "u1").put(field, value).encode();
  }

  private static String identifiers(String json) {
    return "{\"userId\":\"u1\",\"userIdentifiers\":" + json + "}";
  }

  /** So many types and values of that letter, each at its longest, as pass the limit of a body. */
  private static String longest(String letter) {
    return IntStream.range(0, 6)
        .mapToObj(i -> "\"type" + i + "\":" + fiveValues(letter))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String fiveValues(String letter) {
    return IntStream.range(0, 5)
        .mapToObj(i -> "\"" + letter.repeat(250) + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String types(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"type" + i + "\":[\"v\"]")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aBrokenRuleIsToldByItsFieldAndNothingIsMinted(String body, List<String> fields)
      throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(SERVER.http().postToken(body), 400, "constraint-violation");

    assertThat(problem.violatedFields()).containsExactlyElementsOf(fields);
    assertThat(SERVER.sandbox().journal().calls()).isEmpty();
  }

  @Test
  void allBrokenRulesAreToldAtOnce() throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(
            SERVER
                .http()
                .postToken(
                    "{\"verified\":\"yes\",\"userName\":\""
                        + "n".repeat(71)
                        + "\","
                        + "\"userIdentifiers\":{\"a\":[\"\\n\"],\"b\":7,\"c\":[\"1\",2]},"
                        + "\"userId\":{}}"),
            400,
            "constraint-violation");

    assertThat(problem.violatedFields())
        .containsExactlyInAnyOrder(
            "userId",
            "userName",
            "verified",
            "userIdentifiers.a[0]",
            "userIdentifiers.b",
            "userIdentifiers.c[1]");
    SERVER.assertNothingMinted();
  }

  @Test
  void aMissingUserIdIsToldInTheReferencesWords() throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(SERVER.http().postToken("{}"), 400, "constraint-violation");

    assertThat(problem.body().getJsonArray("violations"))
        .isEqualTo(
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("field", "userId")
                        .put("message", "userId is mandatory and should be a string")));
    assertThat(problem.body().getString("title")).isEqualTo("Constraint violation");
  }

  @Test
  void valuesOfTheCallerAreNotRepeatedInTheProblem() throws Exception {
    String body =
        identifiers("{\"phone\":[\"s3cr3t-value\\n\"]}").replace("\"u1\"", "\"s3cr3t-id\\n\"");

    var answer = SERVER.http().postToken(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 256})
  void anIdMayBeAsLongAsThePlatformTakes(int length) throws Exception {
    assertThat(SERVER.http().postToken(user("userId", "x".repeat(length))).statusCode())
        .isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).hasSize(length);
  }

  @Test
  void everyLimitMayBeReached() throws Exception {
    String fifty = "t".repeat(50);
    String five =
        Collections.nCopies(5, "\"" + "v".repeat(256) + "\"").stream()
            .collect(Collectors.joining(",", "[", "]"));
    String nine = types(9);
    String body =
        "{\"userId\":\"u1\",\"userName\":\""
            + "n".repeat(70)
            + "\",\"userIdentifiers\":"
            + nine.substring(0, nine.length() - 1)
            + ",\""
            + fifty
            + "\":"
            + five
            + "}}";

    assertThat(SERVER.http().postToken(body).statusCode()).isEqualTo(200);
    JsonObject sent = SERVER.onlyEndUserBody().getJsonObject("customerIdentifiers");
    assertThat(sent.size()).isEqualTo(10);
    assertThat(sent.getJsonArray(fifty)).hasSize(5);
  }

  @Test
  void eightLevelsOfNestingAreFine() throws Exception {
    String deep = "[".repeat(7) + "]".repeat(7);

    assertThat(SERVER.http().postToken("{\"userId\":\"u1\",\"x\":" + deep + "}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void emptyIdentifiersAreAsGoodAsNone() throws Exception {
    assertThat(SERVER.http().postToken(identifiers("{}")).statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().containsKey("customerIdentifiers")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,", "{\"t%d\":[0]}", "\"t%d\":1,"})
  void aFloodOfBrokenRulesGetsAShortAnswer(String kind) throws Exception {
    String flood =
        switch (kind.charAt(0)) {
          case '{' ->
              IntStream.range(0, 1000)
                  .mapToObj("\"t%d\":[0]"::formatted)
                  .collect(Collectors.joining(","));
          default ->
              kind.contains("%")
                  ? IntStream.range(0, 1000)
                      .mapToObj("\"t%d\":1"::formatted)
                      .collect(Collectors.joining(","))
                  : "\"t\":[" + "0,".repeat(4000) + "0]";
        };

    var answer = SERVER.http().postToken(identifiers("{" + flood + "}"));

    ProblemAnswer.of(answer, 400, "constraint-violation");
    assertThat(answer.body()).hasSizeLessThan(16 * 1024);
  }
}
