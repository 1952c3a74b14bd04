package io.axptoken.server.edge;

import io.axptoken.server.identity.Claim;
import io.axptoken.server.identity.IdentityRequest;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is from, by what browsers say of it: {@code Origin}, which no page can forge, and
 * Fetch Metadata (W3C) where there is no origin.
 */
final class Provenance {
  private static final CharSequence SEC_FETCH_SITE = HttpHeaders.createOptimized("Sec-Fetch-Site");
  private static final String CROSS_SITE = "cross-site";
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private final TrustedProxies proxies;
  private final OwnOrigin own;
  private final boolean ambient;

  /**
   * With the proxies that are believed and our own origin.
   *
   * @param ambient whether browsers attach proofs by themselves; else the site makes no difference
   */
  Provenance(TrustedProxies proxies, OwnOrigin own, boolean ambient) {
    this.proxies = proxies;
    this.own = own;
    this.ambient = ambient;
  }

  /** What identity gets to see of the request. */
  IdentityRequest identityRequest(Request sent, @Nullable Claim claim, boolean signOut) {
    HttpServerRequest request = sent.raw();
    boolean trusted = proxies.trusts(request.remoteAddress().hostAddress());
    return new IdentityRequest(
        claim,
        request.headers(),
        trusted,
        proxies.isSecure(request, trusted),
        ambient && isCrossSite(request),
        signOut);
  }

  /**
   * Whether a request that a browser may have signed with a cookie is the user's will, as far as
   * can be told. A request with an origin was judged by it before. One without is a navigation, an
   * image or the like: it passes from our own pages and from the address bar, and from what is no
   * browser.
   */
  static boolean isWanted(HttpServerRequest request) {
    MultiMap headers = request.headers();
    List<String> sites = headers.getAll(SEC_FETCH_SITE);
    return headers.contains(HttpHeaders.ORIGIN)
        || sites.isEmpty()
        || sites.equals(List.of("same-origin"))
        || sites.equals(List.of("none"));
  }

  /** Where the browser does not say, a host of another name may be of another site. */
  private boolean isCrossSite(HttpServerRequest request) {
    String site = request.getHeader(SEC_FETCH_SITE);
    if (site != null) {
      return site.equals(CROSS_SITE);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !withoutPort(origin).equals(withoutPort(own.of(request)));
  }

  /** Sites have no ports. */
  private static String withoutPort(@Nullable String origin) {
    return origin == null ? "" : PORT.matcher(origin).replaceFirst("");
  }
}
