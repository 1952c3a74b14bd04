package io.axptoken.service.tls;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A Vert.x HTTPS server with the material under test, and clients that trust one certificate. */
final class TlsServer implements AutoCloseable {
  private final HttpServer server;

  private TlsServer(HttpServer server) {
    this.server = server;
  }

  static TlsServer start(Vertx vertx, KeyMaterial material) {
    var config = new HttpServerConfig().setTcpHost("127.0.0.1").setTcpPort(0);
    HttpServer server =
        vertx
            .createHttpServer(config, TlsOptions.server(material))
            .requestHandler(request -> request.response().end("hello"));
    server
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
    return new TlsServer(server);
  }

  int port() {
    return server.actualPort();
  }

  /** Asks as a client that trusts this certificate alone; gives "HTTP_2 hello" or the like. */
  String ask(Path trusted) throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
      var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port())).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.version() + " " + answer.body();
    }
  }

  static SSLContext trusting(Path trusted) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream input = Files.newInputStream(trusted)) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(input);
      store.setCertificateEntry("trusted", certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
