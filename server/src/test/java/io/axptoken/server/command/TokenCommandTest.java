package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithAxpSandbox
class TokenCommandTest {
  private static String body(AxpSandbox sandbox, Endpoint endpoint) {
    return sandbox.journal().calls(endpoint).getLast().body();
  }

  @Test
  void aTokenAloneIsPrinted(AxpSandbox sandbox) {
    Program program = Program.using(sandbox.baseUri(), sandbox.account());

    assertThat(program.run("token", "--user-id", "u1")).isZero();
    assertThat(program.out()).matches("jwt\\.[^.\\s]+\\.[^.\\s]+\\.[^.\\s]+\\R");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void everythingToldOfTheUserReachesThePlatform(AxpSandbox sandbox) {
    Program program = Program.using(sandbox.baseUri(), sandbox.account());

    assertThat(
            program.run(
                "token",
                "--user-id=u1",
                "--user-name=Ann",
                "--email=a@example.com",
                "--email=b@example.com",
                "--phone=+4917",
                "--verified"))
        .isZero();
    assertThat(body(sandbox, Endpoint.END_USER_TOKEN))
        .contains("\"customerId\":\"u1\"", "\"customerName\":\"Ann\"", "\"verifiedCustomer\":true")
        .contains("\"emailAddresses\":[\"a@example.com\",\"b@example.com\"]")
        .contains("\"phoneNumbers\":[\"+4917\"]");
  }

  @Test
  void asJsonItIsTheAnswerOfTheServer(AxpSandbox sandbox) {
    Program program =
        Program.using(sandbox.baseUri(), sandbox.account()).environment("AXP_CONFIG_ID", "push");

    assertThat(program.run("token", "--user-id", "u1", "--json")).isZero();
    assertThat(program.out())
        .startsWith("{\"jwtToken\":\"jwt.")
        .containsSubsequence(
            "\"axpIntegrationId\":\"5a4db0c5-0000-4000-8000-000000000001\"",
            "\"axpHostName\":\"" + sandbox.baseUri(),
            "\"fcmConnectorBaseUrl\":\"\"",
            "\"configId\":\"push\"",
            "\"appKey\":\"sandbox-app-key\"",
            "\"callingRemoteAddress\":\"\"",
            "\"expiresAt\":\"20");
  }

  @Test
  void aNamedIntegrationIsUsedOnInfinityToo(AxpSandbox sandbox, @TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            integrations:
              shop:
                platform: infinity
                accountId: INFNTY
                integrationId: 5a4db0c5-0000-4000-8000-000000000002
                clientId: infinity-client
                clientSecret: infinity-s3cr3t
                appKey: ""
            """);
    Program program =
        Program.using(sandbox.baseUri(), sandbox.account())
            .environment("TOKEN_SERVER_CONFIG", file.toString());

    assertThat(program.run("token", "--user-id", "u1", "--integration", "shop")).isZero();
    assertThat(sandbox.journal().count(Endpoint.INFINITY_TOKEN)).isEqualTo(1);
    assertThat(program.run("token", "--user-id", "u1", "--integration", "sh0p")).isEqualTo(2);
    assertThat(program.err())
        .contains("there is no integration of that name: there are default, shop.");
  }

  @Test
  void whereUsersHavePseudonymsTheIdStaysHere(AxpSandbox sandbox) {
    Program program =
        Program.using(sandbox.baseUri(), sandbox.account())
            .environment("IDENTITY_PSEUDONYMIZE", "s3cr3t-that-is-32-bytes-or-longer");

    assertThat(program.run("token", "--user-id", "cust0mer-1")).isZero();
    assertThat(sandbox.journal().calls())
        .extracting(Call::body)
        .noneMatch(body -> body.contains("cust0mer-1"));
    assertThat(body(sandbox, Endpoint.END_USER_TOKEN))
        .containsPattern("\"customerId\":\"[A-Za-z0-9_-]{43}\"");
  }

  @Test
  void aRefusalIsOneLineWithTheRemedy(AxpSandbox sandbox) {
    Program program =
        Program.using(sandbox.baseUri(), sandbox.account())
            .environment("AXP_CLIENT_SECRET", "wrong-s3cr3t");

    assertThat(program.run("token", "--user-id", "u1")).isEqualTo(1);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("No token: The platform rejects our credentials")
        .contains("axp.clientSecret")
        .contains("invalid_client")
        .doesNotContain("s3cr3t")
        .hasLineCount(1);
  }

  @Test
  void aPlatformThatHasNoQuotaLeftIsSaidToBeSo(AxpSandbox sandbox) {
    sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(429));
    Program program = Program.using(sandbox.baseUri(), sandbox.account());

    assertThat(program.run("token", "--user-id", "u1")).isEqualTo(1);
    assertThat(program.err()).contains("quota is exhausted").hasLineCount(1);
  }

  @Test
  void aUserThatBreaksTheRulesIsWrongUsage() {
    Program program = Program.configured();

    assertThat(program.run("token", "--user-id", "", "--user-name", "x".repeat(71))).isEqualTo(2);
    assertThat(program.err())
        .contains("id must be 1 to 256 characters long; name must be at most 70");
  }

  @Test
  void aConfigurationThatIsWrongIsListed() {
    Program program = new Program();

    assertThat(program.run("token", "--user-id", "u1")).isEqualTo(2);
    assertThat(program.err()).startsWith("The configuration has 6 problems:");
  }
}
