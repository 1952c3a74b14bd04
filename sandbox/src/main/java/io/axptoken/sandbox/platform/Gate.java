package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What stands before an endpoint: method, account, application key and media type. */
final class Gate {
  private final TokenEndpoint endpoint;
  private final List<SandboxAccount> accounts;
  private final boolean appKeyNeeded;

  Gate(TokenEndpoint endpoint, List<SandboxAccount> accounts, boolean appKeyNeeded) {
    this.endpoint = endpoint;
    this.accounts = accounts;
    this.appKeyNeeded = appKeyNeeded;
  }

  Answer answer(Request request, Optional<Duration> forcedLifetime) {
    if (!request.method().equals("POST")) {
      return request.refuse(405, "Only POST is served here.").with("Allow", "POST");
    }
    Optional<SandboxAccount> account =
        accounts.stream().filter(each -> each.accountId().equals(request.accountId())).findFirst();
    return account
        .map(known -> answer(request, known, forcedLifetime))
        .orElseGet(() -> request.refuse(404, "There is no such account."));
  }

  private Answer answer(
      Request request, SandboxAccount account, Optional<Duration> forcedLifetime) {
    Optional<String> appKey = request.header("appkey");
    if (appKeyNeeded && appKey.isEmpty()) {
      return request.refuse(401, "The header appkey is missing.");
    }
    if (appKeyNeeded && !appKey.get().equals(account.appKey())) {
      return request.refuse(403, "The application key is not one of this account.");
    }
    if (!request.isOf(endpoint.mediaType())) {
      return request.refuse(415, "The body must be " + endpoint.mediaType() + ".");
    }
    return endpoint.answer(request, account, forcedLifetime);
  }
}
