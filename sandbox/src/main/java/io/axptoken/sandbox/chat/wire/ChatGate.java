package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxAccount.Platform;
import io.axptoken.sandbox.chat.room.UserId;
import io.axptoken.sandbox.token.EndUserClaims;
import io.axptoken.sandbox.token.EndUserTokens;
import io.axptoken.sandbox.token.TokenSigner;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may call: the bearer of a token that the sandbox issued to one of its end users. */
public final class ChatGate {
  private static final String BEARER = "Bearer ";
  private static final String PREFIX = "jwt.";
  private static final Verdict UNKNOWN =
      new Refused(401, "The token is missing, malformed, expired or revoked.");

  private final List<SandboxAccount> accounts;
  private final TokenSigner signer;
  private final EndUserTokens tokens;
  private final InstantSource clock;

  /** Lets in the users of these accounts that are AXP's. */
  public ChatGate(
      List<SandboxAccount> accounts,
      TokenSigner signer,
      EndUserTokens tokens,
      InstantSource clock) {
    this.accounts =
        accounts.stream().filter(account -> account.platform() == Platform.AXP).toList();
    this.signer = signer;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What comes of looking at a call. */
  sealed interface Verdict {}

  /** It may go on, on behalf of that user. */
  record Known(ChatUser user) implements Verdict {}

  /** It is to be refused. */
  record Refused(int status, String detail) implements Verdict {}

  Verdict judge(HttpServerRequest request, String integrationId) {
    Optional<JsonObject> claims = token(request).flatMap(signer::verify);
    for (SandboxAccount account : accounts) {
      Optional<EndUserClaims> user =
          claims
              .flatMap(json -> EndUserClaims.read(json, account.accountId()))
              .filter(this::isGood);
      if (user.isPresent()) {
        return judge(request, integrationId, account, user.get());
      }
    }
    return UNKNOWN;
  }

  private static Verdict judge(
      HttpServerRequest request, String integrationId, SandboxAccount account, EndUserClaims user) {
    @Nullable String appKey = request.getHeader("appkey");
    if (appKey == null) {
      return new Refused(401, "The header appkey is missing.");
    }
    if (!appKey.equals(account.appKey())) {
      return new Refused(403, "The application key is not one of this account.");
    }
    if (!user.integrationId().equalsIgnoreCase(integrationId)) {
      return new Refused(403, "The token is not for this integration.");
    }
    UserId id = new UserId(integrationId.toLowerCase(Locale.ROOT), user.customerId());
    return new Known(new ChatUser(id, user.customerName()));
  }

  private static Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> token.startsWith(PREFIX))
        .map(token -> token.substring(PREFIX.length()));
  }

  private boolean isGood(EndUserClaims claims) {
    return clock.instant().isBefore(claims.expiresAt())
        && tokens.accepts(claims.customerId(), claims.serial());
  }
}
