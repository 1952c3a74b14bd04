package io.axptoken.sandbox;

import static io.axptoken.sandbox.AccessTokenTest.assertProblem;
import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class EndUserTokenRulesTest {
  private final AxpSandbox sandbox;

  EndUserTokenRulesTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
  }

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        arguments("integrationId", null, "integrationId", 20001),
        arguments("integrationId", 7, "integrationId", 20002),
        arguments("integrationId", "nonsense", "integrationId", 20006),
        arguments("integrationId", "5a4db0c500004000800000000000000001", "integrationId", 20006),
        arguments("integrationId", "00000000-0000-4000-8000-000000000000", "integrationId", 20005),
        arguments("customerId", null, "customerId", 20001),
        arguments("customerId", true, "customerId", 20002),
        arguments("customerId", "", "customerId", 20003),
        arguments("customerId", "x".repeat(257), "customerId", 20003),
        arguments("verifiedCustomer", "true", "verifiedCustomer", 20002),
        arguments("verifiedCustomer", 1, "verifiedCustomer", 20002),
        arguments("customerName", "x".repeat(71), "customerName", 20003),
        arguments("customerName", 5, "customerName", 20002),
        arguments("customerIdentifiers", "a@b.c", "customerIdentifiers", 20002),
        arguments("customerIdentifiers", new JsonArray(), "customerIdentifiers", 20002),
        arguments("customerIdentifiers", new JsonObject(), "customerIdentifiers", 20003),
        arguments("customerIdentifiers", identifiers(11), "customerIdentifiers", 20003),
        arguments("customerIdentifiers", of("", "v"), "customerIdentifiers.", 20003),
        arguments(
            "customerIdentifiers",
            of("k".repeat(51), "v"),
            "customerIdentifiers." + "k".repeat(51),
            20003),
        arguments(
            "customerIdentifiers",
            new JsonObject().put("phoneNumbers", "+1"),
            "customerIdentifiers.phoneNumbers",
            20002),
        arguments(
            "customerIdentifiers",
            new JsonObject().putNull("phoneNumbers"),
            "customerIdentifiers.phoneNumbers",
            20002),
        arguments("customerIdentifiers", of("a", "1", "2", "3", "4", "5", "6"), ids("a"), 20003),
        arguments("customerIdentifiers", of("a", "1", ""), ids("a[1]"), 20003),
        arguments("customerIdentifiers", of("a", "x".repeat(257)), ids("a[0]"), 20003),
        arguments("customerIdentifiers", of("a", 9), ids("a[0]"), 20002),
        arguments("customerIdentifiers", of("a", (Object) null), ids("a[0]"), 20002),
        arguments("ttl", 14, "ttl", 20004),
        arguments("ttl", 61, "ttl", 20004),
        arguments("ttl", -1, "ttl", 20004),
        arguments("ttl", 4_294_967_311L, "ttl", 20004),
        arguments("ttl", 20.5, "ttl", 20002),
        arguments("ttl", "20 min", "ttl", 20002),
        arguments("ttl", "", "ttl", 20002),
        arguments("ttl", "9".repeat(30), "ttl", 20002),
        arguments("ttl", "61", "ttl", 20004));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aBrokenRuleIsNamedWithFieldAndCode(
      String field, @Nullable Object value, String violated, int code) {
    HttpResponse<String> answer = ask(user().put(field, value).encode());

    assertProblem(answer, 400, "#constraint-violation");
    JsonArray violations = json(answer).getJsonArray("violations");
    assertThat(violations).hasSize(1);
    assertThat(violations.getJsonObject(0).getString("field")).isEqualTo(violated);
    assertThat(violations.getJsonObject(0).getInteger("code")).isEqualTo(code);
    assertThat(violations.getJsonObject(0).getString("message")).startsWith("must ");
  }

  @Test
  void allBrokenRulesAreListedInTheOrderOfTheFields() {
    HttpResponse<String> answer =
        ask("{\"ttl\":1,\"customerName\":3,\"verifiedCustomer\":0,\"customerIdentifiers\":[]}");

    assertThat(json(answer).getJsonArray("violations").stream().map(JsonObject.class::cast))
        .extracting(violation -> violation.getString("field"))
        .containsExactly(
            "integrationId",
            "customerId",
            "verifiedCustomer",
            "customerName",
            "customerIdentifiers",
            "ttl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "null", "7", "\"text\"", "{", "{} {}", "{\"a\":}"})
  void aBodyThatIsNoJsonObjectIsRefusedAsAWhole(String body) {
    HttpResponse<String> answer = ask(body);

    assertProblem(answer, 400, "#constraint-violation");
    assertThat(json(answer).getJsonArray("violations")).hasSize(1);
  }

  static Stream<JsonObject> acceptableUsers() {
    return Stream.of(
        new JsonObject().put("customerId", "x".repeat(256)),
        new JsonObject().put("customerName", "x".repeat(70)).put("customerId", "u"),
        new JsonObject().put("customerName", "").put("customerId", "u"),
        new JsonObject().putNull("customerName").putNull("ttl").put("customerId", "u"),
        new JsonObject().put("verifiedCustomer", false).put("customerId", "u"),
        new JsonObject().put("customerIdentifiers", identifiers(10)).put("customerId", "u"),
        new JsonObject()
            .put("customerIdentifiers", of("k".repeat(50), "1", "2", "3", "4", "x".repeat(256)))
            .put("customerId", "u"),
        new JsonObject().put("unknownField", 1).put("customerId", "u"));
  }

  @ParameterizedTest
  @MethodSource("acceptableUsers")
  void whatTheRulesAllowIsIssued(JsonObject user) {
    user.put("integrationId", sandbox.account().integrationId());

    assertThat(ask(user.encode()).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> ask(String body) {
    try (Caller caller = Caller.of(sandbox)) {
      return caller.askEndUserToken(caller.accessToken(), body);
    }
  }

  private JsonObject user() {
    return new JsonObject()
        .put("integrationId", sandbox.account().integrationId())
        .put("customerId", "u1");
  }

  private static JsonObject identifiers(int count) {
    JsonObject identifiers = new JsonObject();
    IntStream.range(0, count).forEach(i -> identifiers.put("type" + i, List.of("v")));
    return identifiers;
  }

  private static JsonObject of(String name, @Nullable Object... values) {
    return new JsonObject().put(name, new JsonArray(Arrays.asList(values)));
  }

  private static String ids(String rest) {
    return "customerIdentifiers." + rest;
  }
}
