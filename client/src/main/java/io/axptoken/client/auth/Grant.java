package io.axptoken.client.auth;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the platform granted: an access token and how long it says that it lives. It prints no part
 * of the token.
 *
 * @param headers the headers of a call that is made with the token; always the same map
 * @param lifetime as the platform said; {@code null} if it did not say, or nothing that can be
 */
public record Grant(Map<String, String> headers, @Nullable Duration lifetime) {
  /** Copies the headers. */
  public Grant {
    Objects.requireNonNull(headers, "headers");
    headers = Map.copyOf(headers);
  }

  Duration believedLifetime() {
    return Lifetimes.believed(lifetime);
  }

  /** Whether at that age it may be given to others, who would not soon need the next one. */
  public boolean isFresh(Duration age) {
    return age.compareTo(Lifetimes.untilRefresh(believedLifetime())) < 0;
  }

  /** The same for who begins to use it at that age. */
  public Grant aged(Duration age) {
    return new Grant(headers, believedLifetime().minus(age));
  }

  /** How long the token is used, from the moment it was asked for. */
  public Duration usable() {
    return Lifetimes.untilEnd(believedLifetime());
  }

  @Override
  public String toString() {
    return "Grant[lifetime=" + lifetime + "]";
  }
}
