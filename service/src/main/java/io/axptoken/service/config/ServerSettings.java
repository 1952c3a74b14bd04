package io.axptoken.service.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code server}: the public listener.
 *
 * @param port 0 to 65535; 0 lets the system choose
 * @param host the address to listen on
 * @param allowedOrigins origins as a browser sends them, or the single entry {@code *}
 * @param ssl whether to serve HTTPS
 * @param sslCertificatePath PEM chain, present when {@code ssl}
 * @param sslPrivateKeyPath PEM key, present when {@code ssl}
 * @param sslPassPhrase of the key; empty when it has none
 * @param trustedProxies CIDRs such as {@code 10.0.0.0/8} whose forwarding headers are believed
 * @param production whether unsafe settings refuse to start
 * @param accepted what of the readiness check is signed off
 * @param operation how it changes and stops
 */
public record ServerSettings(
    int port,
    String host,
    List<String> allowedOrigins,
    boolean ssl,
    @Nullable Path sslCertificatePath,
    @Nullable Path sslPrivateKeyPath,
    Secret sslPassPhrase,
    List<String> trustedProxies,
    boolean production,
    List<SignOff> accepted,
    OperationSettings operation) {}
