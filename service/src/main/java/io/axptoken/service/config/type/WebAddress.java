package io.axptoken.service.config.type;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of documents that this server fetches and believes; {@code ""} for none. */
public final class WebAddress {
  private static final String SYNTAX = "an https URL such as https://login.example.com/keys";

  public static final ValueType.One<Optional<URI>> OPTIONAL =
      ValueType.of(SYNTAX, text -> text.isEmpty() ? Optional.empty() : Optional.of(parse(text)));

  private WebAddress() {}

  public static URI parse(String text) throws InvalidValue {
    if (text.indexOf('@') >= 0) {
      throw InvalidValue.withoutValue(
          "must be " + SYNTAX, "user names and passwords do not belong here");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    if (uri.getHost() == null || uri.getFragment() != null) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean loopback = scheme.equals("http") && Hosts.isLoopback(uri.getHost());
    if (!scheme.equals("https") && !loopback) {
      throw InvalidValue.of("must use https", "plain http is accepted only for this machine");
    }
    return uri;
  }
}
