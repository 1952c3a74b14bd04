package io.axptoken.service.tls;

import io.vertx.core.net.ServerSSLOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The TLS settings of the server's listener. */
public final class TlsOptions {
  /** Best first; with TLS 1.2 only what gives forward secrecy and authenticated encryption. */
  private static final List<String> CIPHER_SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final Set<String> PROTOCOLS = new LinkedHashSet<>(List.of("TLSv1.3", "TLSv1.2"));

  private TlsOptions() {}

  /**
   * TLS 1.3 and 1.2 with this key and chain, HTTP/2 and HTTP/1.1 by ALPN. Give it to {@code
   * Vertx.createHttpServer} beside a configuration that says nothing of TLS itself, or to {@code
   * HttpServer.updateSSLOptions} to exchange the key while the server runs.
   */
  public static ServerSSLOptions server(KeyMaterial material) {
    var options = new ServerSSLOptions();
    options.setKeyCertOptions(new ServerKeyOptions(new ServerKeyManager(material)));
    options.setEnabledSecureTransportProtocols(PROTOCOLS);
    CIPHER_SUITES.forEach(options::addEnabledCipherSuite);
    options.setUseAlpn(true);
    options.setApplicationLayerProtocols(List.of("h2", "http/1.1"));
    return options;
  }
}
