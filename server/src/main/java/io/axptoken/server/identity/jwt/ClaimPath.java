package io.axptoken.server.identity.jwt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value among claims: names divided by dots, such as {@code profile.email}; a number
 * counts into an array, from 0; a name with dots of its own stands in single quotes, such as {@code
 * 'https://example.com/customer'.id}.
 */
public final class ClaimPath {
  private static final Pattern STEP = Pattern.compile("'([^']+)'|([^.']+)");
  private static final Pattern WHOLE =
      Pattern.compile("(?:'[^']+'|[^.']+)(?:\\.(?:'[^']+'|[^.']+))*");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

  private final String text;
  private final List<String> steps;

  private ClaimPath(String text, List<String> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ClaimPath of(String text) {
    boolean bareUrl = text.contains("://") && !text.contains("'");
    if (!WHOLE.matcher(text).matches() || bareUrl) {
      throw new IllegalArgumentException("not a path of claims: " + text);
    }
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return new ClaimPath(text, List.copyOf(steps));
  }

  /** The value, or {@code null} if there is none. */
  @Nullable Object in(Map<String, Object> claims) {
    return follow(claims, steps);
  }

  /**
   * Whether the issuer says that it did not check the value: OpenID Connect has {@code
   * email_verified} beside {@code email}, and {@code phone_number_verified}.
   */
  boolean isUnverifiedIn(Map<String, Object> claims) {
    List<String> beside = new ArrayList<>(steps);
    beside.add(beside.removeLast() + "_verified");
    Object flag = follow(claims, beside);
    return flag != null && !flag.equals(true) && !flag.equals("true");
  }

  private static @Nullable Object follow(Map<String, Object> claims, List<String> steps) {
    Object at = claims;
    for (String step : steps) {
      at =
          switch (at) {
            case Map<?, ?> object -> object.get(step);
            case List<?> array when INDEX.matcher(step).matches() -> element(array, step);
            case null, default -> null;
          };
    }
    return at;
  }

  private static @Nullable Object element(List<?> array, String step) {
    int index = Integer.parseInt(step);
    return index < array.size() ? array.get(index) : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClaimPath path && path.steps.equals(steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
