package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom the body names. What is there keeps to the input rules; none of it is proven.
 *
 * @param id the user's id, or {@code null} if the body leaves it to the proof
 * @param name the display name, or {@code null}
 * @param identifiers values by identifier type; possibly empty, never changed afterwards
 * @param verified whether the caller says to have checked the above, or {@code null}
 */
public record Claim(
    @Nullable String id,
    @Nullable String name,
    Map<String, List<String>> identifiers,
    @Nullable Boolean verified) {

  /** The user as the body has it, for the modes that believe it; {@code null} without an id. */
  @Nullable EndUser endUser() {
    return id == null ? null : new EndUser(id, name, identifiers, verified);
  }

  /** Shows the shape only: who a customer is does not belong into logs. */
  @Override
  public String toString() {
    return "Claim[hasId=" + (id != null) + ", identifierTypes=" + identifiers.size() + "]";
  }
}
