package io.axptoken.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code identity.gateway}: what authenticating proxies say of the user.
 *
 * @param preset which product it is
 * @param headers attributes of the user to headers, where the product writes plain ones
 * @param payloadHeader the header with forwarded claims
 * @param claims attributes of the user to the paths of their claims, where it sends claims
 * @param issuer who issues its tokens; may be empty
 * @param audience what its tokens are meant for; may be empty
 * @param signers the ARNs of load balancers
 * @param keysUrl where its keys are, or {@code null} for where the product has them
 */
public record GatewaySettings(
    Preset preset,
    Map<String, String> headers,
    String payloadHeader,
    Map<String, String> claims,
    String issuer,
    List<String> audience,
    List<String> signers,
    @Nullable URI keysUrl) {
  /** The products whose headers are known. */
  public enum Preset {
    /** Headers as the settings name them. */
    HEADERS,
    /** oauth2-proxy as a reverse proxy. */
    OAUTH2_PROXY,
    /** oauth2-proxy behind nginx's {@code auth_request}, and what speaks like it. */
    AUTH_REQUEST,
    /** An AWS application load balancer. */
    ALB,
    /** Cloudflare Access. */
    CLOUDFLARE,
    /** Envoy or Istio, with the claims of the token in a header. */
    ISTIO
  }
}
