package io.axptoken.server.command.check;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.service.config.ServerSettings;
import java.net.URI;
import java.util.List;

/** Looks whether the pages that may ask can ask at all. */
final class OriginsCheck {
  private static final String CHECK = "origins";

  private OriginsCheck() {}

  static void look(IntegrationSettings integration, ServerSettings server, Findings findings) {
    List<String> origins = integration.allowedOrigins();
    String key = integration.key("server.allowedOrigins");
    List<String> plain =
        origins.stream().filter(o -> o.startsWith("http:") && !isLocal(o)).toList();
    boolean secure = origins.stream().anyMatch(origin -> origin.startsWith("https:"));
    if (origins.isEmpty()) {
      findings.ok(CHECK, "no page of another origin may ask");
    } else if (!plain.isEmpty()) {
      findings.warning(
          CHECK,
          plain.getFirst() + " is not HTTPS: whoever is on the way can read that page's tokens",
          "Serve the page over HTTPS, and put its https origin into " + key + ".");
    } else if (secure && !server.ssl() && server.trustedProxies().isEmpty()) {
      findings.warning(
          CHECK,
          "pages of https origins cannot call a server over plain HTTP: browsers block it",
          "Set server.ssl, or name the proxy that does HTTPS in server.trustedProxies.");
    } else {
      findings.ok(CHECK, origins.contains("*") ? "any" : String.join(", ", origins));
    }
  }

  private static boolean isLocal(String origin) {
    String host = String.valueOf(URI.create(origin).getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
