package io.axptoken.server.command.check;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** What a certificate says of itself: foreign texts, cut and without control characters. */
public final class CertificateNames {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;
  private static final int MOST = 5;
  private static final int LONGEST = 120;
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)*)");

  private CertificateNames() {}

  /** The hosts that it is good for. */
  public static String of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        if (name.get(0).equals(DNS) || name.get(0).equals(ADDRESS)) {
          names.add(String.valueOf(name.get(1)));
        }
      }
    } catch (CertificateParsingException _) {
      // It has no names that anybody could read.
    }
    if (names.isEmpty()) {
      return "no host at all (its subject is " + subject(certificate) + ")";
    }
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return plain(String.join(", ", names.subList(0, Math.min(MOST, names.size())))) + more;
  }

  static String subject(X509Certificate certificate) {
    return name(certificate.getSubjectX500Principal());
  }

  static String issuer(X509Certificate certificate) {
    return name(certificate.getIssuerX500Principal());
  }

  private static String name(X500Principal principal) {
    Matcher common = COMMON_NAME.matcher(principal.getName());
    return plain(common.find() ? common.group(1) : principal.getName());
  }

  /** A foreign text, fit to be shown. */
  static String plain(@Nullable String foreign) {
    String text = String.valueOf(foreign);
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
