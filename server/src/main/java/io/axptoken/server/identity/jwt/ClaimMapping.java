package io.axptoken.server.identity.jwt;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserRules;
import io.axptoken.client.Violation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which claims make the end user.
 *
 * @param userId the way to the id, which has to be there
 * @param userName the way to the display name, or {@code null}
 * @param identifiers the ways to the values of each type of identifiers
 */
public record ClaimMapping(
    ClaimPath userId, @Nullable ClaimPath userName, Map<String, ClaimPath> identifiers) {
  private static final ClaimPath SUBJECT = ClaimPath.of("sub");

  /** What the claims make. */
  public sealed interface Mapped {
    /** A user, proven as far as the claims are. */
    record User(EndUser user) implements Mapped {}

    /** No user that the platform takes; the detail is for the caller and holds no values. */
    record Unusable(String detail) implements Mapped {}
  }

  /** Maps claims whose truth is established. */
  public Mapped map(Map<String, Object> claims) {
    try {
      String id = idIn(claims);
      if (id == null) {
        return unusable("it names no user (userId)");
      }
      if (userId.isUnverifiedIn(claims)) {
        return unusable("its issuer did not verify the userId");
      }
      String name = userName == null ? null : text("userName", userName.in(claims));
      Map<String, List<String>> values = identifiersOf(claims);
      List<Violation> violations = EndUserRules.violations(id, name, values);
      return violations.isEmpty()
          ? new Mapped.User(new EndUser(id, name, values, true))
          : unusable(broken(violations.getFirst()));
    } catch (BadToken bad) {
      return unusable(bad.detail());
    }
  }

  /**
   * The claim {@code sub} is a text (RFC 7519, 4.1.2); ids in claims of one's own may be numbers.
   */
  private @Nullable String idIn(Map<String, Object> claims) throws BadToken {
    Object value = userId.in(claims);
    if (value != null && !(value instanceof String) && userId.equals(SUBJECT)) {
      throw new BadToken("its claim sub is not a text");
    }
    return text("userId", value);
  }

  private Map<String, List<String>> identifiersOf(Map<String, Object> claims) throws BadToken {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, ClaimPath> entry : identifiers.entrySet()) {
      ClaimPath path = entry.getValue();
      List<String> values = texts(entry.getKey(), path.in(claims));
      if (!values.isEmpty() && !path.isUnverifiedIn(claims)) {
        all.put(entry.getKey(), values);
      }
    }
    return all;
  }

  private static List<String> texts(String attribute, @Nullable Object value) throws BadToken {
    List<String> texts = new ArrayList<>();
    for (Object element : value instanceof List<?> array ? array : listOf(value)) {
      String text = text(attribute, element);
      if (text != null && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static List<Object> listOf(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  /** Empty texts are as good as none: some issuers send them for what they do not know. */
  private static @Nullable String text(String attribute, @Nullable Object value) throws BadToken {
    return switch (value) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      default -> throw new BadToken(attribute + " is neither a text nor a whole number");
    };
  }

  private static Mapped unusable(String what) {
    return new Mapped.Unusable("The token is valid, but cannot be used: " + what + ".");
  }

  private static String broken(Violation violation) {
    String field = violation.field();
    String attribute =
        switch (field) {
          case "id" -> "userId";
          case "name" -> "userName";
          default -> "one of the identifiers";
        };
    return attribute + " " + violation.message();
  }
}
