package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import io.axptoken.client.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The two requests of AXP, byte for byte. What never changes is made once. */
final class AxpWire {
  private static final int USUAL_BODY = 256;

  private final PlatformConfig config;
  private final URI accessTokenUri;
  private final URI endUserUri;
  private final Map<String, String> formHeaders;
  private final long ttlMinutes;

  AxpWire(PlatformConfig config) {
    this.config = config;
    String account = config.accountId();
    accessTokenUri = under("/api/auth/v1/" + account + "/protocol/openid-connect/token");
    endUserUri = under("/api/digital/chat/v1/accounts/" + account + "/tokens");
    formHeaders =
        Map.of(
            "appkey", config.appKey(),
            "content-type", "application/x-www-form-urlencoded",
            "accept", "application/json");
    ttlMinutes = config.tokenLifetime().toMinutes();
  }

  private URI under(String path) {
    return URI.create(
        config.baseUri().getScheme() + "://" + config.baseUri().getRawAuthority() + path);
  }

  /** Asks for a service access token by client credentials (RFC 6749, 4.4). */
  TransportRequest accessToken(Secret clientSecret, Duration timeout) {
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(config.clientId())
            + "&client_secret="
            + encoded(clientSecret.reveal());
    return new TransportRequest(
        accessTokenUri, formHeaders, form.getBytes(StandardCharsets.US_ASCII), timeout);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The headers of all end-user calls made with one access token. */
  Map<String, String> headersWith(String accessToken) {
    return Map.of(
        "authorization",
        "Bearer " + accessToken,
        "appkey",
        config.appKey(),
        "content-type",
        "application/json",
        "accept",
        "application/json");
  }

  /** Asks for an end user's token. */
  TransportRequest endUserToken(Map<String, String> headers, byte[] body, Duration timeout) {
    return new TransportRequest(endUserUri, headers, body, timeout);
  }

  /** The body of the end-user call; what is absent is not sent. */
  byte[] body(EndUser user) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BODY);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("integrationId", config.integrationId());
      json.writeStringField("customerId", user.id());
      writeAttributes(json, user);
      json.writeNumberField("ttl", ttlMinutes);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeAttributes(JsonGenerator json, EndUser user) throws IOException {
    if (user.verified() != null) {
      json.writeBooleanField("verifiedCustomer", user.verified());
    }
    if (user.name() != null) {
      json.writeStringField("customerName", user.name());
    }
    if (!user.identifiers().isEmpty()) {
      json.writeObjectFieldStart("customerIdentifiers");
      for (Map.Entry<String, List<String>> identifier : user.identifiers().entrySet()) {
        json.writeFieldName(identifier.getKey());
        json.writeArray(
            identifier.getValue().toArray(String[]::new), 0, identifier.getValue().size());
      }
      json.writeEndObject();
    }
  }
}
