package io.axptoken.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A shop that somebody might have: one page, and a backend that knows its signed-in customer. */
final class Shop implements AutoCloseable {
  private static final EndUser CUSTOMER = EndUser.withId("customer-1").named("Ann").verified(true);

  private final HttpServer server;
  private final TokenPlatform platform;
  private final SandboxAccount account;
  private final String chatAddress;

  private Shop(AxpSandbox sandbox) throws IOException {
    account = sandbox.account();
    chatAddress =
        sandbox.baseUri() + "/sdk/digital/chat/v1/integrations/" + account.integrationId();
    platform =
        TokenPlatform.axp(
            PlatformConfig.builder()
                .baseUri(sandbox.baseUri())
                .accountId(account.accountId())
                .integrationId(account.integrationId())
                .clientId(account.clientId())
                .clientSecret(() -> Secret.of(account.clientSecret()))
                .appKey(account.appKey())
                .build());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/chat-token", this::token);
    server.createContext("/", Shop::page);
    server.start();
  }

  static Shop open(AxpSandbox sandbox) throws IOException {
    return new Shop(sandbox);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    platform.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    JsonObject answer =
        new JsonObject()
            .put("jwt", platform.issueAndWait(CUSTOMER).value())
            .put("appKey", account.appKey())
            .put("chatAddress", chatAddress);
    send(exchange, "application/json", answer.toBuffer().getBytes());
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (InputStream page = Shop.class.getResourceAsStream("shop.html")) {
      send(exchange, "text/html", page == null ? new byte[0] : page.readAllBytes());
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
