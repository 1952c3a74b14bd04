package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.axptoken.server.identity.jwt.ForwardedClaims;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.service.config.Secret;
import io.axptoken.service.key.ApiKeys;
import io.axptoken.service.time.Clocks;
import io.axptoken.service.time.Throttle;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the modes in their order. The first that does not say <em>not mine</em> decides, so a bad
 * credential never falls through to a weaker mode; when none decides, nobody is identified.
 */
public final class IdentityResolver {
  private static final String USUAL_CHALLENGE = "Bearer realm=\"axp-token-server\"";

  private final List<IdentityMode> modes;
  private final UserIds userIds;
  private final boolean needsUserId;
  private final boolean takesUserId;
  private final boolean ambient;
  private final String challenge;
  private final Future<Decision> nobody;
  private final Future<Decision> nameless;

  private IdentityResolver(List<IdentityMode> modes, UserIds userIds) {
    this.modes = List.copyOf(modes);
    this.userIds = userIds;
    this.needsUserId = modes.stream().noneMatch(IdentityMode::isProof);
    this.takesUserId = !modes.stream().allMatch(IdentityMode::isProof);
    this.ambient = modes.stream().anyMatch(IdentityMode::isAmbient);
    String schemes =
        modes.stream()
            .map(IdentityMode::challenge)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    this.challenge = schemes.isEmpty() ? USUAL_CHALLENGE : schemes;
    this.nobody = rejection(Reason.NOT_AUTHENTICATED, advice());
    this.nameless = rejection(Reason.USER_ID_MISSING, advice());
  }

  /** Starts the list of modes. */
  public static Builder builder() {
    return builder("default", Clocks.SYSTEM);
  }

  /** Starts the list of modes of this integration, with these clocks for all that has an age. */
  public static Builder builder(String integration, Clocks clocks) {
    return new Builder(integration, clocks);
  }

  /** The names of the modes, as {@link IdentifiedUser#mode} has them. */
  public List<String> modes() {
    return modes.stream().map(IdentityMode::name).toList();
  }

  /** Whether no request can do without a body that names the user. */
  public boolean needsUserId() {
    return needsUserId;
  }

  /** The {@code WWW-Authenticate} of a request that proves nobody. */
  public String challenge() {
    return challenge;
  }

  /**
   * Whether browsers attach the proof of a mode by themselves, so that the edge has to ask which
   * page a request is from.
   */
  public boolean isAmbient() {
    return ambient;
  }

  /** Finds out who the end user is; the future never fails. */
  public Future<Decision> resolve(IdentityRequest request) {
    return ask(0, request).map(userIds::finish);
  }

  private Future<Decision> ask(int index, IdentityRequest request) {
    if (index == modes.size()) {
      return lacksOnlyTheUserId(request) ? nameless : nobody;
    }
    IdentityMode mode = modes.get(index);
    return mode.identify(request)
        .compose(answer -> {
          Decision decision = answer.lastWord();
          return decision == null
              ? ask(index + 1, request)
              : Future.succeededFuture(judged(mode, decision, request));
        });
  }

  private static Decision judged(IdentityMode mode, Decision decision, IdentityRequest request) {
    Identified proven = mode.isProof() ? decision.known() : null;
    return proven == null ? decision : BodyRule.apply(proven, request);
  }

  private boolean lacksOnlyTheUserId(IdentityRequest request) {
    Claim claim = request.claim();
    return takesUserId && claim != null && claim.id() == null;
  }

  private String advice() {
    StringBuilder advice = new StringBuilder("The request does not prove who the end user is.");
    modes.stream()
        .map(IdentityMode::hint)
        .filter(Objects::nonNull)
        .forEach(hint -> advice.append(' ').append(hint));
    return advice.toString();
  }

  private static Future<Decision> rejection(Reason reason, String detail) {
    return Future.succeededFuture(new Rejected(reason, detail));
  }

  /** Collects the modes in the order they are asked. */
  public static final class Builder {
    private static final Duration QUIET = Duration.ofHours(1);

    /** So many API keys may be told of in that time. */
    private static final int MOST_KEYS = 100;

    private final String integration;
    private final Clocks clocks;
    private final List<IdentityMode> modes = new ArrayList<>();
    private @Nullable Pseudonyms pseudonyms;

    private Builder(String integration, Clocks clocks) {
      this.integration = integration;
      this.clocks = clocks;
    }

    /** Believes the body's user id. */
    public Builder claimed() {
      return mode(new Claimed());
    }

    /** Believes bearer tokens that this verifier finds valid. */
    public Builder jwt(TokenVerifier verifier) {
      return mode(new JwtMode(verifier));
    }

    /** Believes the headers that a gateway writes. */
    public Builder gateway(GatewayHeaders headers) {
      return mode(new Gateway(new PlainHeaders(Gateway.NAME, headers)));
    }

    /** Believes the token that a gateway signs and sends in this header. */
    public Builder gateway(String header, TokenVerifier verifier) {
      return mode(new Gateway(new SignedHeader(Gateway.NAME, header, verifier)));
    }

    /** Believes the claims that a gateway forwards in this header. */
    public Builder gateway(String header, ForwardedClaims claims) {
      return mode(new Gateway(new PayloadHeader(Gateway.NAME, header, claims)));
    }

    /** Believes backends that have a key; takes the SHA-256 of the keys in hexadecimal, by name. */
    public Builder apiKey(Map<String, List<String>> hashesByName) {
      Throttle throttle = new Throttle(MOST_KEYS, QUIET, clocks.ticker());
      return mode(new ApiKey(new ApiKeys(hashesByName), new LeakedKeys(integration, throttle)));
    }

    /** Takes everybody else for a guest; no mode behind this one is ever asked. */
    public Builder guest(GuestOptions options) {
      return mode(
          new Guest(
              new GuestPasses(
                  options.integration(), options.secrets(), options.maxAge(), clocks.wall()),
              new GuestCookie(options.cookieName(), options.maxAge())));
    }

    /** Puts a hash keyed with this secret in the place of every user id, whatever its mode. */
    public Builder pseudonymize(Secret secret) {
      pseudonyms = new Pseudonyms(secret);
      return this;
    }

    /** Asks one more mode. */
    Builder mode(IdentityMode mode) {
      modes.add(mode);
      return this;
    }

    /** The resolver for these modes. */
    public IdentityResolver build() {
      Throttle throttle = new Throttle(1, QUIET, clocks.ticker());
      PersonalIds tellingIds = new PersonalIds(integration, throttle);
      return new IdentityResolver(modes, new UserIds(pseudonyms, tellingIds));
    }
  }
}
