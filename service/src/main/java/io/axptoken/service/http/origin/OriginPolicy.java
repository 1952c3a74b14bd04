package io.axptoken.service.http.origin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which origins (RFC 6454) may use the server from a browser. */
public final class OriginPolicy {
  private static final String ANY = "*";

  private final boolean anyOrigin;
  private final Set<String> allowed;

  /** Takes origins as browsers send them, or the single entry {@code *}. */
  public OriginPolicy(List<String> allowedOrigins) {
    this.anyOrigin = allowedOrigins.contains(ANY);
    this.allowed = Set.copyOf(allowedOrigins);
  }

  /** What the request's origin is allowed. */
  public sealed interface Verdict {
    /** Whether the request may go on: each kind says so. */
    boolean isAdmitted();

    /** Which origin may read the answer, or {@code null} if that is not for us to say. */
    @Nullable String allowOrigin();

    /** The answer may be read by the origin that {@code allowOrigin} names. */
    record Allowed(String allowOrigin) implements Verdict {
      @Override
      public boolean isAdmitted() {
        return true;
      }
    }

    /** No browser is involved, or the page comes from this very server. */
    record NotCrossOrigin() implements Verdict {
      @Override
      public boolean isAdmitted() {
        return true;
      }

      @Override
      public @Nullable String allowOrigin() {
        return null;
      }
    }

    /** A page from elsewhere that may not use the server. */
    record Refused() implements Verdict {
      @Override
      public boolean isAdmitted() {
        return false;
      }

      @Override
      public @Nullable String allowOrigin() {
        return null;
      }
    }
  }

  private static final Verdict ALLOWED_ANY = new Verdict.Allowed(ANY);
  private static final Verdict NOT_CROSS_ORIGIN = new Verdict.NotCrossOrigin();
  private static final Verdict REFUSED = new Verdict.Refused();

  /**
   * Judges a request.
   *
   * @param origin the {@code Origin} header, or {@code null}
   * @param ownOrigin the origin under which the caller reached this server, or {@code null}
   */
  public Verdict judge(@Nullable String origin, @Nullable String ownOrigin) {
    if (anyOrigin) {
      return ALLOWED_ANY;
    }
    if (origin == null || origin.equals(ownOrigin)) {
      return NOT_CROSS_ORIGIN;
    }
    return allowed.contains(origin) ? new Verdict.Allowed(origin) : REFUSED;
  }

  /** Whether answers differ by the request's origin, so that caches must know. */
  public boolean variesByOrigin() {
    return !anyOrigin;
  }
}
