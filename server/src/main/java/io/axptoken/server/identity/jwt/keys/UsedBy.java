package io.axptoken.server.identity.jwt.keys;

import java.util.List;
import java.util.Set;

/** The integrations that something is for, as messages for the operator name them. */
public final class UsedBy {
  private static final int MOST_NAMED = 5;

  private volatile Set<String> names = Set.of();

  /** From now on they are these; the set may grow. */
  public void are(Set<String> integrations) {
    names = integrations;
  }

  /** As the end of a message. */
  @Override
  public String toString() {
    List<String> all = List.copyOf(names);
    if (all.size() <= 1) {
      return all.isEmpty() ? "" : " [integration=" + all.getFirst() + "]";
    }
    String more = all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "";
    return " [integrations="
        + String.join(",", all.subList(0, Math.min(all.size(), MOST_NAMED)))
        + more
        + "]";
  }
}
