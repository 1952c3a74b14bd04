package io.axptoken.server.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/**
 * What shapes the HTTP surface.
 *
 * @param listenHost the name or address it listens on
 * @param allowedOrigins whose pages may read what belongs to no integration, as browsers send them,
 *     or the single entry {@code *}
 * @param trustedProxies CIDRs whose forwarding headers are believed
 * @param chatSdkEndpoint whether {@code POST /v1/getJWT} is served for the default integration
 * @param pages further GET resources by path, such as a playground's; they do their own answering
 */
public record EdgeOptions(
    String listenHost,
    List<String> allowedOrigins,
    List<String> trustedProxies,
    boolean chatSdkEndpoint,
    Map<String, Handler<HttpServerRequest>> pages) {}
