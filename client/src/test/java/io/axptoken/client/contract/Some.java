package io.axptoken.client.contract;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.Secret;
import io.axptoken.client.transport.TransportRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Values for tests that do not care which. */
public final class Some {
  /** An account that the rules accept. */
  public static final String ACCOUNT_ID = "ABCDEF";

  /** An integration that the rules accept. */
  public static final String INTEGRATION_ID = "01234567-89ab-cdef-0123-456789abcdef";

  /** A client secret that the log guard knows. */
  public static final Secret CLIENT_SECRET = Secret.of("s3cr3t & more=");

  private Some() {}

  /** A complete config for a platform at that address. */
  public static PlatformConfigBuilder config(URI baseUri) {
    return PlatformConfig.builder()
        .baseUri(baseUri)
        .accountId(ACCOUNT_ID)
        .integrationId(INTEGRATION_ID)
        .clientId("some client")
        .clientSecret(CLIENT_SECRET)
        .appKey("some-app-key");
  }

  /** A complete config. */
  public static PlatformConfigBuilder config() {
    return config(URI.create("https://platform.test"));
  }

  /** A request without content, with all the time that a test may take. */
  public static TransportRequest request(URI uri) {
    return new TransportRequest(uri, Map.of(), new byte[0], Duration.ofSeconds(30));
  }

  /** A token in the platform's form of four parts. */
  public static String jwtUntil(Instant end) {
    return jwt("{\"exp\":" + end.getEpochSecond() + "}");
  }

  /** A token in the platform's form with that payload. */
  public static String jwt(String payload) {
    return "jwt." + base64Url("{\"alg\":\"RS256\"}") + "." + base64Url(payload) + ".c2ln";
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
