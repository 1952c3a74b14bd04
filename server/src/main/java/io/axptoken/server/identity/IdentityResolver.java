package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the modes in their order. The first that does not say <em>not mine</em> decides, so a bad
 * credential never falls through to a weaker mode; when none decides, nobody is identified.
 */
public final class IdentityResolver {
  private static final Future<Decision> NOBODY =
      Future.succeededFuture(
          new Rejected(
              Reason.NOT_AUTHENTICATED,
              "The request does not prove who the end user is."
                  + " POST a JSON body with a userId instead."));

  private final List<IdentityMode> modes;

  private IdentityResolver(List<IdentityMode> modes) {
    this.modes = List.copyOf(modes);
  }

  /** Starts the list of modes. */
  public static Builder builder() {
    return new Builder();
  }

  /** Finds out who the end user is; the future never fails. */
  public Future<Decision> resolve(IdentityRequest request) {
    return ask(0, request);
  }

  private Future<Decision> ask(int index, IdentityRequest request) {
    if (index == modes.size()) {
      return NOBODY;
    }
    return modes
        .get(index)
        .identify(request)
        .compose(answer ->
            switch (answer) {
              case NotMine() -> ask(index + 1, request);
              case Decision decision -> Future.succeededFuture(decision);
            });
  }

  /** Collects the modes in the order they are asked. */
  public static final class Builder {
    private final List<IdentityMode> modes = new ArrayList<>();

    private Builder() {}

    /** Believes the body's user id. */
    public Builder claimed() {
      modes.add(new Claimed());
      return this;
    }

    /** The resolver for these modes. */
    public IdentityResolver build() {
      return new IdentityResolver(modes);
    }
  }
}
