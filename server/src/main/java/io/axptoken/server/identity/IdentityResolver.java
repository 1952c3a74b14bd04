package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Asks the modes in their order. The first that does not say <em>not mine</em> decides, so a bad
 * credential never falls through to a weaker mode; when none decides, nobody is identified.
 */
public final class IdentityResolver {
  private static final String USUAL_CHALLENGE = "Bearer realm=\"axp-token-server\"";

  private final List<IdentityMode> modes;
  private final boolean needsUserId;
  private final boolean takesUserId;
  private final String challenge;
  private final Future<Decision> nobody;
  private final Future<Decision> nameless;

  private IdentityResolver(List<IdentityMode> modes) {
    this.modes = List.copyOf(modes);
    this.needsUserId = modes.stream().noneMatch(IdentityMode::isProof);
    this.takesUserId = !modes.stream().allMatch(IdentityMode::isProof);
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
    return new Builder();
  }

  /** Whether no request can do without a body that names the user. */
  public boolean needsUserId() {
    return needsUserId;
  }

  /** The {@code WWW-Authenticate} of a request that proves nobody. */
  public String challenge() {
    return challenge;
  }

  /** Finds out who the end user is; the future never fails. */
  public Future<Decision> resolve(IdentityRequest request) {
    return ask(0, request);
  }

  private Future<Decision> ask(int index, IdentityRequest request) {
    if (index == modes.size()) {
      return request.claim() != null && takesUserId ? nameless : nobody;
    }
    IdentityMode mode = modes.get(index);
    return mode.identify(request)
        .compose(answer ->
            switch (answer) {
              case NotMine() -> ask(index + 1, request);
              case Identified proven when mode.isProof() ->
                  Future.succeededFuture(BodyRule.apply(proven, request));
              case Decision decision -> Future.succeededFuture(decision);
            });
  }

  private String advice() {
    return "The request does not prove who the end user is."
        + (needsUserId ? " POST a JSON body with a userId instead." : "");
  }

  private static Future<Decision> rejection(Reason reason, String detail) {
    return Future.succeededFuture(new Rejected(reason, detail));
  }

  /** Collects the modes in the order they are asked. */
  public static final class Builder {
    private final List<IdentityMode> modes = new ArrayList<>();

    private Builder() {}

    /** Believes the body's user id. */
    public Builder claimed() {
      return mode(new Claimed());
    }

    /** Asks one more mode. */
    Builder mode(IdentityMode mode) {
      modes.add(mode);
      return this;
    }

    /** The resolver for these modes. */
    public IdentityResolver build() {
      return new IdentityResolver(modes);
    }
  }
}
