package io.axptoken.client.platform;

import io.axptoken.client.PlatformConfig;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form as OAuth's token endpoints take it (RFC 6749, 4.4.2), and where they are. */
final class Form {
  /** What a token endpoint's path ends with. */
  static final String OIDC = "/protocol/openid-connect/token";

  /** What goes with every form. */
  static final Map<String, String> HEADERS =
      Map.of("content-type", "application/x-www-form-urlencoded", "accept", "application/json");

  private static final int USUAL_LENGTH = 256;

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

  private Form() {}

  /** A form that begins with this field. */
  static Form of(String name, String value) {
    return new Form().and(name, value);
  }

  /** The token endpoint of the account's realm: Infinity's, and that of older AXP accounts. */
  static URI realmUri(PlatformConfig config) {
    return under(config, "/auth/realms/" + config.accountId() + OIDC);
  }

  /** That path at the platform. */
  static URI under(PlatformConfig config, String path) {
    URI base = config.baseUri();
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
  }

  /** One more field; its name stands as it is. */
  Form and(String name, String value) {
    if (!text.isEmpty()) {
      text.append('&');
    }
    text.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
