package io.axptoken.demo;

import com.sun.net.httpserver.HttpServer;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.TokenServer;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.process.RunningService;
import io.axptoken.testing.Pem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A token server for guests at 127.0.0.1, with a page of its own, and empty pages of other sites:
 * browsers take every loopback address and {@code localhost} for a site of its own.
 */
final class GuestSites implements AutoCloseable {
  private static final String JWKS = "/.well-known/jwks.json";
  private static final String PAGE = "<!doctype html><title>empty</title>";
  private static final Handler<HttpServerRequest> OWN_PAGE =
      request -> request.response().putHeader("Content-Type", "text/html").end(PAGE);

  private final AxpSandbox sandbox = AxpSandbox.start();
  private final List<HttpServer> pages = new ArrayList<>();
  private final String scheme;
  private final String shop;
  private final String bank;
  private final String foreign;
  private final RunningService<Settings> server;

  private GuestSites(Map<String, String> tls) throws IOException {
    scheme = tls.isEmpty() ? "http" : "https";
    shop = "http://localhost:" + emptyPage("127.0.0.1");
    bank = "http://127.0.0.2:" + emptyPage("127.0.0.2");
    foreign = "http://127.0.0.3:" + emptyPage("127.0.0.3");
    server = start(tls);
    awaitKeys();
  }

  /** The sandbox makes its first key in the background; no test shall wait for that. */
  private void awaitKeys() throws IOException {
    try (InputStream keys = sandbox.baseUri().resolve(JWKS).toURL().openStream()) {
      keys.readAllBytes();
    }
  }

  static GuestSites http() throws IOException {
    return new GuestSites(Map.of());
  }

  static GuestSites https(Path folder) throws IOException {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    return new GuestSites(
        Map.of(
            "server.ssl", "true",
            "server.sslCertificatePath", identity.certificate().toString(),
            "server.sslPrivateKeyPath", identity.key().toString()));
  }

  /** A page of the token server itself. */
  String own() {
    return address() + "/page";
  }

  /** Where tokens are. */
  String token() {
    return address() + "/token";
  }

  /** A page of another site, whose origin is listed. */
  String shop() {
    return shop;
  }

  /** A page of a third site, whose origin is listed. */
  String bank() {
    return bank;
  }

  /** A page of a site that may not use the server. */
  String foreign() {
    return foreign;
  }

  /** The ids of the users whom tokens were issued for, the latest last. */
  List<String> ids() {
    return sandbox.journal().calls(Endpoint.END_USER_TOKEN).stream()
        .map(call -> new JsonObject(call.body()).getString("customerId"))
        .toList();
  }

  void forget() {
    sandbox.journal().clear();
  }

  @Override
  public void close() {
    pages.forEach(page -> page.stop(0));
    server.stop().toCompletionStage().toCompletableFuture().join();
    sandbox.close();
  }

  private String address() {
    return scheme + "://127.0.0.1:" + server.port();
  }

  private int emptyPage(String address) throws IOException {
    HttpServer page = HttpServer.create(new InetSocketAddress(address, 0), 0);
    page.createContext(
        "/",
        exchange -> {
          byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
    pages.add(page);
    return page.getAddress().getPort();
  }

  private RunningService<Settings> start(Map<String, String> tls) {
    SandboxAccount account = sandbox.account();
    Map<String, String> settings = new HashMap<>(tls);
    settings.put("server.host", "127.0.0.1");
    settings.put("server.port", "0");
    settings.put("server.allowedOrigins", shop + "," + bank);
    settings.put("management.port", "0");
    settings.put("axp.hostName", sandbox.baseUri().toString());
    settings.put("axp.accountId", account.accountId());
    settings.put("axp.integrationId", account.integrationId());
    settings.put("axp.clientId", account.clientId());
    settings.put("axp.appKey", account.appKey());
    settings.put("identity.modes", "guest");
    Map<String, String> secrets =
        Map.of(
            "AXP_CLIENT_SECRET",
            account.clientSecret(),
            "IDENTITY_GUEST_SECRETS",
            "s3cr3t-of-the-guests-number-one-0001");
    if (!(SettingsLoader.load(null, secrets, settings) instanceof Loaded.Valid<Settings> valid)) {
      throw new IllegalStateException("the settings are not valid");
    }
    return TokenServer.start(valid.settings(), Map.of("/page", OWN_PAGE))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
