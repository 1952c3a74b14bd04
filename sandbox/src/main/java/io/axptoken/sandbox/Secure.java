package io.axptoken.sandbox;

import io.axptoken.sandbox.tls.HttpsOptions;
import io.axptoken.sandbox.tls.SandboxCertificate;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What HTTPS needs beyond HTTP. */
final class Secure {
  private static final List<String> ANY = List.of("0.0.0.0", "::");

  private Secure() {}

  /** The certificate, or null without HTTPS. Browsers judge it by real time, whatever the clock. */
  static @Nullable SandboxCertificate certificate(SandboxOptions options) {
    if (options.https() == null) {
      return null;
    }
    List<String> names = new ArrayList<>(options.https().names());
    if (!ANY.contains(options.host()) && HttpsOptions.isName(options.host())) {
      names.add(options.host());
    }
    return SandboxCertificate.issue(names, Instant.now());
  }

  static HttpServerOptions socket(
      HttpServerOptions socket, HttpsOptions https, SandboxCertificate certificate) {
    return socket
        .setPort(https.port())
        .setSsl(true)
        // As without TLS: no two calls share a connection at a time.
        .setUseAlpn(false)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(certificate.certificate()))
                .setKeyValue(Buffer.buffer(certificate.key())));
  }

  /** Writes the authority's certificate where the options say. */
  static void write(HttpsOptions https, SandboxCertificate certificate) {
    https
        .caFile()
        .ifPresent(file -> {
          try {
            Files.writeString(file, certificate.authority());
          } catch (IOException e) {
            throw new UncheckedIOException(new IOException("cannot write " + file, e));
          }
        });
  }
}
