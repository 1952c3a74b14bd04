package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.Secret;
import io.axptoken.client.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The two requests of AXP, byte for byte. What never changes is made once. */
final class AxpWire {
  private static final int USUAL_BODY = 256;

  private final PlatformConfig config;
  private final String appKey;
  private final URI accessTokenUri;
  private final URI endUserUri;
  private final Map<String, String> formHeaders;
  private final long ttlMinutes;

  AxpWire(PlatformConfig config) {
    this.config = config;
    this.appKey = required(config.appKey());
    String account = config.accountId();
    boolean legacy = config.authPath() == AuthPath.LEGACY;
    accessTokenUri = legacy ? Form.realmUri(config) : under("/api/auth/v1/" + account + Form.OIDC);
    endUserUri = under("/api/digital/chat/v1/accounts/" + account + "/tokens");
    formHeaders = legacy ? Form.HEADERS : withAppKey(Form.HEADERS);
    ttlMinutes = config.tokenLifetime().toMinutes();
  }

  private static String required(@Nullable String appKey) {
    if (appKey == null) {
      throw new IllegalArgumentException(
          "Not an acceptable platform config: appKey is required on AXP");
    }
    return appKey;
  }

  private Map<String, String> withAppKey(Map<String, String> headers) {
    Map<String, String> more = new HashMap<>(headers);
    more.put("appkey", appKey);
    return Map.copyOf(more);
  }

  private URI under(String path) {
    return Form.under(config, path);
  }

  /** Asks for a service access token by client credentials (RFC 6749, 4.4). */
  TransportRequest accessToken(Secret clientSecret, Duration timeout) {
    byte[] form =
        Form.of("grant_type", "client_credentials")
            .and("client_id", config.clientId())
            .and("client_secret", clientSecret.reveal())
            .bytes();
    return new TransportRequest(accessTokenUri, formHeaders, form, timeout);
  }

  /** Who asks for access tokens. */
  SharedGrants.Client client(Secret clientSecret, LongSupplier nanoTime) {
    return new SharedGrants.Client(
        accessTokenUri, config.clientId(), appKey, clientSecret, nanoTime);
  }

  /** The headers of all end-user calls made with one access token. */
  Map<String, String> headersWith(String accessToken) {
    return Map.of(
        "authorization",
        "Bearer " + accessToken,
        "appkey",
        appKey,
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
      json.writeFieldName("customerIdentifiers");
      Json.writeLists(json, user.identifiers());
    }
  }
}
