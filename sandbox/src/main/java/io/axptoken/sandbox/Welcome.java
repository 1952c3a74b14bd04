package io.axptoken.sandbox;

import io.axptoken.sandbox.SandboxAccount.Platform;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the command line says when the sandbox listens. */
final class Welcome {
  private static final String AXP =
      """

      AXP
        accountId      %2$s
        integrationId  %3$s
        clientId       %4$s
        clientSecret   %5$s
        appKey         %6$s

      Try it:
        ACCESS_TOKEN=$(curl -s %1$s/api/auth/v1/%2$s/protocol/openid-connect/token \
      -H 'appkey: %6$s' -d grant_type=client_credentials \
      -d client_id=%4$s --data-urlencode 'client_secret=%5$s' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
        curl -s %1$s/api/digital/chat/v1/accounts/%2$s/tokens -H 'appkey: %6$s' \
      -H "authorization: Bearer $ACCESS_TOKEN" -H 'content-type: application/json' \
      -d '{"integrationId":"%3$s","customerId":"u1"}'
      """;

  private static final String INFINITY =
      """

      Infinity
        accountId      %2$s
        integrationId  %3$s
        clientId       %4$s
        clientSecret   %5$s

      Try it:
        curl -s %1$s/auth/realms/%2$s/protocol/openid-connect/token \
      -d grant_type=custom_sdk_grant_type -d client_id=%4$s --data-urlencode 'client_secret=%5$s' \
      -d integrationId=%3$s -d customerId=u1
      """;

  private Welcome() {}

  /** The address, and for each platform credentials and commands to paste that end in a token. */
  static String text(AxpSandbox sandbox) {
    return "[HTTP] AXP sandbox platform listening on "
        + sandbox.baseUri()
        + "\n"
        + sandbox.httpsUri().map(uri -> "[HTTPS] the same on " + uri + "\n").orElse("")
        + Arrays.stream(Platform.values())
            .flatMap(platform -> first(sandbox, platform).stream())
            .map(account -> section(sandbox, account))
            .collect(Collectors.joining())
        + others(sandbox)
        + "\nSign-in of made-up users (OpenID Connect)\n  issuer         "
        + sandbox.identityProvider().issuer()
        + "\n\nFirebase Cloud Messaging\n  baseUrl        "
        + sandbox.firebase().baseUri()
        + "\n  account        curl -s -X POST "
        + sandbox.baseUri()
        + "/sandbox/fcm/service-accounts -d '{}'"
        + "\n\nFaults, journal and more: "
        + sandbox.baseUri()
        + "/sandbox and docs/sandbox.md. Stop with Ctrl-C.\n";
  }

  private static Optional<SandboxAccount> first(AxpSandbox sandbox, Platform platform) {
    return sandbox.accounts().stream()
        .filter(account -> account.platform() == platform)
        .findFirst();
  }

  private static String section(AxpSandbox sandbox, SandboxAccount account) {
    String text =
        switch (account.platform()) {
          case AXP -> AXP;
          case INFINITY -> INFINITY;
        };
    return text.formatted(
        sandbox.baseUri(),
        account.accountId(),
        account.integrationId(),
        account.clientId(),
        account.clientSecret(),
        account.appKey());
  }

  /** Empty on loopback. */
  static String warning(AxpSandbox sandbox) {
    String host = sandbox.baseUri().getHost();
    boolean loopback = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    return loopback
        ? ""
        : "Warning: whoever reaches " + host + " can steer this sandbox and read its secrets.\n";
  }

  private static String others(AxpSandbox sandbox) {
    long platforms = sandbox.accounts().stream().map(SandboxAccount::platform).distinct().count();
    long others = sandbox.accounts().size() - platforms;
    return others == 0 ? "" : "\nAnd " + others + " more account(s), see /sandbox.\n";
  }
}
