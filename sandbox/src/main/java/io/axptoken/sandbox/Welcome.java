package io.axptoken.sandbox;

/** What the command line says when the sandbox listens. */
final class Welcome {
  private Welcome() {}

  /** The address, the credentials, and two commands to paste that end in an end-user token. */
  static String text(AxpSandbox sandbox) {
    SandboxAccount account = sandbox.account();
    return """
    [HTTP] AXP sandbox platform listening on %1$s

      accountId      %2$s
      integrationId  %3$s
      clientId       %4$s
      clientSecret   %5$s
      appKey         %6$s%7$s

    Try it:
      ACCESS_TOKEN=$(curl -s %1$s/api/auth/v1/%2$s/protocol/openid-connect/token \
    -H 'appkey: %6$s' -d grant_type=client_credentials \
    -d client_id=%4$s --data-urlencode 'client_secret=%5$s' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -s %1$s/api/digital/chat/v1/accounts/%2$s/tokens -H 'appkey: %6$s' \
    -H "authorization: Bearer $ACCESS_TOKEN" -H 'content-type: application/json' \
    -d '{"integrationId":"%3$s","customerId":"u1"}'

    Faults, journal and more: %1$s/sandbox and docs/sandbox.md. Stop with Ctrl-C.
    """
        .formatted(
            sandbox.baseUri(),
            account.accountId(),
            account.integrationId(),
            account.clientId(),
            account.clientSecret(),
            account.appKey(),
            others(sandbox));
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
    int others = sandbox.accounts().size() - 1;
    return others == 0 ? "" : "\n  and " + others + " more account(s), see /sandbox";
  }
}
