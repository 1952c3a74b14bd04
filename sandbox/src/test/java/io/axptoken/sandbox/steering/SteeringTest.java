package io.axptoken.sandbox.steering;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FaultPlan;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class SteeringTest {
  private final AxpSandbox sandbox;
  private final Caller caller;

  SteeringTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void theSandboxDescribesItself() {
    JsonObject description = json(caller.get("/sandbox"));

    JsonObject account = description.getJsonArray("accounts").getJsonObject(0);
    assertThat(account.getString("clientSecret")).isEqualTo(sandbox.account().clientSecret());
    assertThat(description.getString("baseUri")).isEqualTo(sandbox.baseUri().toString());
    assertThat(description.getJsonObject("endpoints").getString("access-token"))
        .contains("/api/auth/v1/");
  }

  @Test
  void theJournalIsReadWholeOrForOneEndpoint() {
    caller.askEndUserToken();

    JsonObject whole = json(caller.get("/sandbox/journal"));
    JsonObject part = json(caller.get("/sandbox/journal?endpoint=end-user-token"));

    assertThat(whole.getJsonArray("calls")).hasSize(2);
    assertThat(whole.getJsonObject("counts").getInteger("access-token")).isEqualTo(1);
    assertThat(part.getJsonArray("calls")).hasSize(1);
    JsonObject call = part.getJsonArray("calls").getJsonObject(0);
    assertThat(call.getString("endpoint")).isEqualTo("end-user-token");
    assertThat(call.getInteger("status")).isEqualTo(201);
    assertThat(new JsonObject(call.getString("body"))).isEqualTo(caller.endUser());
    assertThat(whole.encode()).doesNotContain(sandbox.account().clientSecret());
  }

  @Test
  void theJournalIsCleared() {
    caller.askAccessToken();

    assertThat(caller.send("DELETE", "/sandbox/journal", "").statusCode()).isEqualTo(204);

    assertThat(sandbox.journal().calls()).isEmpty();
  }

  @Test
  void aFaultIsPlannedAndHappens() {
    HttpResponse<String> planned =
        caller.send(
            "PUT",
            "/sandbox/faults",
            "{\"endpoint\":\"access-token\",\"fault\":\"status\",\"status\":503,"
                + "\"retryAfterSeconds\":2,\"mode\":\"times\",\"times\":2}");

    assertThat(planned.statusCode()).isEqualTo(200);
    assertThat(caller.askAccessToken().headers().firstValue("retry-after")).hasValue("2");
    assertThat(caller.askAccessToken().statusCode()).isEqualTo(503);
    assertThat(caller.askAccessToken().statusCode()).isEqualTo(200);
  }

  @Test
  void withoutAModeTheNextCallIsMeant() {
    caller.send("PUT", "/sandbox/faults", "{\"endpoint\":\"all\",\"fault\":\"garbage\"}");

    assertThat(sandbox.faults().plans())
        .extracting(FaultPlan::when)
        .containsExactly(new FaultPlan.Times(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fault':'status','status':429,'retryAfterSeconds':7}",
        "{'fault':'status','status':500}",
        "{'fault':'delay','delayMillis':250}",
        "{'fault':'hang'}",
        "{'fault':'reset'}",
        "{'fault':'truncate'}",
        "{'fault':'stall-body'}",
        "{'fault':'garbage'}",
        "{'fault':'wrong-content-type'}",
        "{'fault':'without-token'}",
        "{'fault':'huge','bytes':100000}",
        "{'fault':'redirect','location':'https://example.org/x'}",
        "{'fault':'early-expiry','expiresInSeconds':-3}"
      })
  void everyFaultIsListedAsItWasPlanned(String json) {
    JsonObject plan =
        new JsonObject(json.replace('\'', '"'))
            .put("endpoint", "end-user-token")
            .put("mode", "always");

    HttpResponse<String> answer = caller.send("PUT", "/sandbox/faults", plan.encode());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(caller.get("/sandbox/faults")).getJsonArray("faults"))
        .isEqualTo(new JsonArray().add(plan));
  }

  @Test
  void everyModeIsListedAsItWasPlanned() {
    sandbox.faults().onAll().percent(12.5, Fault.hang());
    sandbox.faults().onAll().times(3, Fault.hang());

    JsonArray faults = json(caller.get("/sandbox/faults")).getJsonArray("faults");

    assertThat(faults.getJsonObject(0).getInteger("times")).isEqualTo(3);
    assertThat(faults.getJsonObject(1).getDouble("percent")).isEqualTo(12.5);
  }

  @Test
  void faultsAreDroppedForOneEndpointOrAll() {
    sandbox.faults().on(Endpoint.ACCESS_TOKEN).always(Fault.hang());
    sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());

    caller.send("DELETE", "/sandbox/faults?endpoint=access-token", "");
    assertThat(sandbox.faults().plans()).hasSize(1);

    caller.send("DELETE", "/sandbox/faults", "");
    assertThat(sandbox.faults().plans()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| endpoint, fault| must be one of: access-token, all, end-user-token",
        "{'endpoint':'x','fault':'hang'}| endpoint| access-token",
        "{'endpoint':'all','fault':'x'}| fault| early-expiry, fcm-error, garbage, hang",
        "{'endpoint':'all','fault':'status'}| status| from 200 to 599",
        "{'endpoint':'all','fault':'status','status':'500'}| status| whole number",
        "{'endpoint':'all','fault':'status','status':99}| status| from 200",
        "{'endpoint':'all','fault':'delay'}| delayMillis| whole number",
        "{'endpoint':'all','fault':'redirect','location':'a b'}| location| URI",
        "{'endpoint':'all','fault':'huge','bytes':1}| bytes| from 32",
        "{'endpoint':'all','fault':'hang','mode':'x'}| mode| always, next, percent, times",
        "{'endpoint':'all','fault':'hang','mode':'times'}| times| from 1",
        "{'endpoint':'all','fault':'hang','mode':'percent','percent':101}| percent| to 100",
        "{'endpoint':'all','fault':'hang','status':1}| status| these have: endpoint, fault, mode",
        "{'endpoint':7,'fault':'hang','mode':'times','times':0}| endpoint, times| one of",
        "nonsense| , endpoint, fault| JSON object",
        "[]| , endpoint, fault| JSON object"
      })
  void aWrongPlanIsRefusedWithAllThatIsWrongAndWhatIsAllowed(
      String json, String fields, String hint) {
    HttpResponse<String> answer = caller.send("PUT", "/sandbox/faults", json.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(json(answer).getJsonArray("violations").stream().map(JsonObject.class::cast))
        .extracting(violation -> violation.getString("field"))
        .containsExactly(fields.split(", ", -1));
    assertThat(answer.body()).contains(hint);
    assertThat(sandbox.faults().plans()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sandbox/journal?endpoint=x",
    "GET, /sandbox/journal?other=1",
    "DELETE, /sandbox/faults?endpoint=x",
    "PUT, /sandbox/access-tokens"
  })
  void aWrongRequestIsRefused(String method, String path) {
    assertThat(caller.send(method, path, "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void wrongMethodsAndPathsAreToldAsProblems() {
    assertThat(json(caller.send("PATCH", "/sandbox/faults", "")).getInteger("status"))
        .isEqualTo(405);
    assertThat(json(caller.get("/sandbox/nothing")).getInteger("status")).isEqualTo(404);
    assertThat(caller.send("PUT", "/sandbox/faults", "x".repeat(70_000)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void accessTokensAreRevokedAndShortened() {
    String token = caller.accessToken();
    caller.send("POST", "/sandbox/access-tokens/revoke", "");
    assertThat(caller.askEndUserToken(token, "{}").statusCode()).isEqualTo(401);

    caller.send("PUT", "/sandbox/access-tokens", "{\"lifetimeSeconds\":3}");
    assertThat(sandbox.accessTokens().lifetime()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void keysAreRotated() {
    String before = caller.get("/.well-known/jwks.json").body();

    assertThat(caller.send("POST", "/sandbox/keys/rotate", "").statusCode()).isEqualTo(204);

    assertThat(caller.get("/.well-known/jwks.json").body()).isNotEqualTo(before);
  }

  @Test
  void everythingIsReset() {
    caller.askAccessToken();
    sandbox.faults().onAll().always(Fault.hang());

    assertThat(caller.send("POST", "/sandbox/reset", "").statusCode()).isEqualTo(204);

    assertThat(sandbox.journal().calls()).isEmpty();
    assertThat(sandbox.faults().plans()).isEmpty();
  }
}
