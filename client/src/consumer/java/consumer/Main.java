package consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Issues one token from a platform of its own making, and says so. */
final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    HttpServer platform =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/api/auth/", call -> answer(call, 200, "{\"access_token\":\"a\",\"expires_in\":900}"));
    platform.createContext(
        "/api/digital/", call -> answer(call, 201, "{\"jwtToken\":\"jwt.a.b.c\"}"));
    platform.start();
    try (ChatTokens tokens = new ChatTokens(config(platform.getAddress().getPort()))) {
      EndUserToken token = tokens.tokenFor("customer-1", "Zoë", "zoe@example.com");
      System.out.println("issued: " + token.value().startsWith("jwt."));
    } finally {
      platform.stop(0);
    }
  }

  private static PlatformConfig config(int port) {
    return PlatformConfig.builder()
        .baseUri(URI.create("http://127.0.0.1:" + port))
        .accountId("ABCDEF")
        .integrationId("01234567-89ab-cdef-0123-456789abcdef")
        .clientId("client")
        .clientSecret(Secret.of("s3cr3t"))
        .appKey("app-key")
        .build();
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }
}
