package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import io.axptoken.client.transport.TransportRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The one request of Infinity, byte for byte. */
final class InfinityWire {
  private final PlatformConfig config;
  private final URI uri;

  InfinityWire(PlatformConfig config) {
    this.config = config;
    this.uri = Form.realmUri(config);
  }

  /**
   * Asks for an end user's token. Whether the user is verified has no field; what else is absent is
   * not sent.
   */
  TransportRequest endUserToken(Secret clientSecret, EndUser user, Duration timeout) {
    Form form =
        Form.of("grant_type", "custom_sdk_grant_type")
            .and("client_id", config.clientId())
            .and("client_secret", clientSecret.reveal())
            .and("integrationId", config.integrationId())
            .and("customerId", user.id());
    if (user.name() != null) {
      form.and("customerName", user.name());
    }
    if (!user.identifiers().isEmpty()) {
      form.and("customerIdentifiers", json(user.identifiers()));
    }
    return new TransportRequest(uri, Form.HEADERS, form.bytes(), timeout);
  }

  private static String json(Map<String, List<String>> identifiers) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      Json.writeLists(json, identifiers);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }
}
