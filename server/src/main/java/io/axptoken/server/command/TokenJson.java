package io.axptoken.server.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.client.EndUserToken;
import io.axptoken.server.settings.AxpSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A token as {@code POST /token} answers it: the same keys in the same order. */
final class TokenJson {
  private TokenJson() {}

  static String of(AxpSettings axp, EndUserToken token) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("jwtToken", token.value());
      json.writeStringField("axpIntegrationId", axp.integrationId());
      json.writeStringField("axpHostName", axp.hostName());
      json.writeStringField("fcmConnectorBaseUrl", axp.fcmConnectorBaseUrl());
      json.writeStringField("configId", axp.configId());
      json.writeStringField("appKey", axp.appKey());
      json.writeStringField("callingRemoteAddress", axp.callingRemoteAddress());
      json.writeStringField("expiresAt", token.expiresAt().toString());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
