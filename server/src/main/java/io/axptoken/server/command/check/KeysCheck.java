package io.axptoken.server.command.check;

import io.axptoken.server.identity.jwt.keys.KeyFetch;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import io.axptoken.server.identity.jwt.keys.WebDocuments;
import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.JwtSettings;
import io.axptoken.service.tls.TrustAnchors;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Fetches the keys of an identity provider, as the server would. */
final class KeysCheck {
  private static final String CHECK = "identity-keys";
  private static final int PATIENCE_SECONDS = 15;

  private final JwtSettings jwt;
  private final IntegrationSettings integration;
  private final Findings findings;

  KeysCheck(IntegrationSettings integration, Findings findings) {
    this.integration = integration;
    this.jwt = integration.identity().jwt();
    this.findings = findings;
  }

  /** Whether tokens are verified with keys that are somewhere on the web. */
  static boolean concerns(IntegrationSettings integration) {
    JwtSettings jwt = integration.identity().jwt();
    return integration.identity().modes().contains(IdentitySettings.Mode.JWT)
        && (jwt.jwksUri() != null || jwt.usesDiscovery());
  }

  void run() {
    findings.begin(CHECK);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    try {
      fetches(vertx).forEach(this::run);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private void run(String source, KeyFetch fetch) {
    try {
      List<VerificationKey> keys =
          fetch
              .fetch()
              .toCompletionStage()
              .toCompletableFuture()
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join();
      judge(source, keys);
    } catch (CompletionException e) {
      failed(source, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** By what they are called: the address of the keys, or else each issuer that is asked for it. */
  private Map<String, KeyFetch> fetches(Vertx vertx) {
    Path anchors = jwt.caCertificatePath();
    WebDocuments documents =
        new WebDocuments(vertx, anchors == null ? null : TrustAnchors.load(anchors));
    URI jwksUri = jwt.jwksUri();
    if (jwksUri != null) {
      return Map.of(jwksUri.toString(), KeyFetch.ofSet(jwksUri, documents, vertx));
    }
    Map<String, KeyFetch> all = new LinkedHashMap<>();
    jwt.issuers().forEach(issuer -> all.put(issuer, KeyFetch.ofIssuer(issuer, documents, vertx)));
    return all;
  }

  private void judge(String source, List<VerificationKey> keys) {
    Set<String> algorithms = new TreeSet<>();
    keys.forEach(key -> algorithms.addAll(key.algorithms()));
    algorithms.retainAll(jwt.algorithms());
    String found = keys.size() + (keys.size() == 1 ? " key of " : " keys of ") + source;
    if (algorithms.isEmpty()) {
      findings.failed(
          CHECK,
          found + ", none of them for an algorithm that is allowed",
          "Add the algorithm it signs with to " + key("algorithms") + ".");
    } else {
      findings.ok(CHECK, found + ", for " + String.join(", ", algorithms));
    }
  }

  private void failed(String source, Throwable cause) {
    String reason = String.valueOf(cause.getMessage());
    findings.failed(
        CHECK,
        "the keys of " + source + " cannot be fetched: " + reason,
        reason.contains("TLS")
            ? "Name the authority of its certificate as " + key("caCertificatePath") + "."
            : jwt.jwksUri() == null
                ? "Correct "
                    + key("issuer")
                    + ", exactly as the tokens have it; or name the keys as "
                    + key("jwksUri")
                    + "; and let this machine reach it."
                : "Correct " + key("jwksUri") + ", and let this machine reach it.");
  }

  private String key(String name) {
    return integration.key("identity.jwt." + name);
  }
}
