package io.axptoken.server.identity.jwt.keys;

import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to say of two issuers that are not the same text. The comparison stays exact: RFC 7519 and
 * OpenID Connect know no spellings of one issuer.
 */
public final class IssuerSpelling {
  private static final Logger LOG = System.getLogger(IssuerSpelling.class.getName());
  private static final String SLASH =
      ": they differ in the slash at the end alone. Write it as the tokens have it.";
  private static final Duration QUIET = Duration.ofHours(1);

  private final Set<String> expected;
  private final UsedBy usedBy;
  private final Throttle throttle;

  /** Looks at tokens that are not of one of these issuers. */
  public IssuerSpelling(Set<String> expected, UsedBy usedBy, Ticker ticker) {
    this.expected = expected;
    this.usedBy = usedBy;
    this.throttle = new Throttle(1, QUIET, ticker);
  }

  /** Warns if a slash at the end is all that is wrong: then it is the setting that is. */
  public void look(@Nullable Object told) {
    if (!(told instanceof String text) || expected.contains(text)) {
      return;
    }
    for (String issuer : expected) {
      if (differInSlash(text, issuer) && throttle.lets()) {
        LOG.log(
            Level.WARNING,
            () ->
                "Tokens are refused whose issuer (iss) is %s, as the one configured is %s%s%s"
                    .formatted(Foreign.quoted(text), Foreign.quoted(issuer), SLASH, usedBy));
      }
    }
  }

  /** What a provider's own configuration makes of the issuer that it was found by. */
  static String mismatch(@Nullable Object told, String configured) {
    String text = told instanceof String issuer ? issuer : "";
    String advice = "";
    if (differInSlash(text, configured)) {
      advice = ", and they differ in the slash at the end alone: write it as the provider does";
    } else if (text.indexOf('{') >= 0) {
      advice =
          ". What is in braces stands for any tenant: configure the issuer of your own, with the"
              + " tenant's id in that place";
    }
    return "its configuration is that of another issuer, %s, than the one configured, %s%s"
        .formatted(
            text.isEmpty() ? "which it does not name" : Foreign.quoted(text),
            Foreign.quoted(configured),
            advice);
  }

  private static boolean differInSlash(String one, String other) {
    return isWithSlash(one, other) || isWithSlash(other, one);
  }

  private static boolean isWithSlash(String longer, String text) {
    return longer.length() == text.length() + 1 && longer.endsWith("/") && longer.startsWith(text);
  }
}
