package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client that the vendor has published sends what it sends and can decode the answer. */
class PublishedClientsTest {
  private static final List<String> STRICT =
      List.of("jwtToken", "axpIntegrationId", "axpHostName", "appKey", "callingRemoteAddress");
  private static final String IDENTIFIERS =
      "{\"emailAddresses\":[\"john@example.com\"],\"phoneNumbers\":[\"+91 20 1234 5678\"]}";
  private static final String EMAIL = "{\"emailAddresses\":[\"john@example.com\"]}";
  private static final String ID = "4b8a0c8e-5d3e-4c0f-9f6e-0a8f3f3f7f11";

  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(TestSettings::chatSdkEndpoint);

  /**
   * A client, as platform-apis.md §3 has it.
   *
   * @param sends its request body
   * @param upstream what of it the platform must get
   * @param needs the members that must be there and be strings
   */
  record Client(
      String name,
      String path,
      String contentType,
      String sends,
      String upstream,
      List<String> needs) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Client> clients() {
    return Stream.of(
        new Client(
            "Omni SDK, web",
            "/token",
            "application/json",
            "{\"userName\":\"Guest\",\"userId\":\""
                + ID
                + "\",\"verified\":true,"
                + "\"userIdentifiers\":"
                + EMAIL
                + "}",
            user("Guest", true, EMAIL),
            List.of("jwtToken")),
        new Client(
            "Omni SDK, iOS",
            "/token",
            "application/json",
            "{\"userId\":\""
                + ID
                + "\",\"userName\":\"John\",\"verified\":false,"
                + "\"userIdentifiers\":"
                + IDENTIFIERS
                + "}",
            user("John", false, IDENTIFIERS),
            STRICT),
        new Client(
            "Omni SDK, Android calling",
            "/token",
            "application/json; charset=utf-8",
            "{\"userId\":\""
                + ID
                + "\",\"userName\":\"John\",\"verifiedCustomer\":true,"
                + "\"userIdentifiers\":"
                + IDENTIFIERS
                + "}",
            user("John", true, IDENTIFIERS),
            STRICT),
        new Client(
            "Omni SDK, Android messaging",
            "/token",
            "application/json; charset=UTF-8",
            "{\"userId\":\""
                + ID
                + "\",\"userName\":\"John\",\"verifiedCustomer\":false,"
                + "\"userIdentifiers\":"
                + IDENTIFIERS
                + "}",
            user("John", false, IDENTIFIERS),
            List.of("jwtToken", "axpIntegrationId", "axpHostName")),
        new Client(
            "Infinity Omni SDK, web",
            "/token",
            "application/json",
            "{\"userId\":\""
                + ID
                + "\",\"userName\":\"John\","
                + "\"userIdentifiers\":"
                + IDENTIFIERS
                + "}",
            user("John", null, IDENTIFIERS),
            List.of("jwtToken")),
        new Client(
            "Chat SDK",
            "/v1/getJWT",
            "application/json",
            "{\"customerId\":\""
                + ID
                + "\",\"customerName\":\"John\","
                + "\"customerIdentifiers\":"
                + EMAIL
                + ",\"verifiedCustomer\":true}",
            user("John", true, EMAIL),
            List.of("jwtToken", "appkey")));
  }

  private static String user(
      String name, @org.jspecify.annotations.Nullable Boolean verified, String identifiers) {
    JsonObject user = new JsonObject().put("customerId", ID).put("customerName", name);
    if (verified != null) {
      user.put("verifiedCustomer", verified);
    }
    return user.put("customerIdentifiers", new JsonObject(identifiers)).encode();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void aPublishedClientIsServed(Client client) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                HttpRequest.newBuilder(SERVER.http().uri(client.path()))
                    .header("content-type", client.contentType())
                    .header("origin", "https://shop.example")
                    .POST(HttpRequest.BodyPublishers.ofString(client.sends())));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject body = new JsonObject(answer.body());
    assertThat(client.needs())
        .allSatisfy(key -> assertThat(body.getValue(key)).as(key).isInstanceOf(String.class));
    assertThat(body.getString("jwtToken")).matches("jwt\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(SERVER.onlyEndUserBody())
        .isEqualTo(
            new JsonObject(client.upstream())
                .put("integrationId", SERVER.sandbox().account().integrationId())
                .put("ttl", 30));
  }
}
