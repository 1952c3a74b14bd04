package io.axptoken.server.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.axptoken.client.EndUserToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes the successful answers, with the keys in the reference's order. All that is the same in
 * each answer is encoded once; a token is visible ASCII without quotes ({@link EndUserToken}), so
 * it goes in as it is.
 */
final class SuccessJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] TOKEN_START = ascii("{\"jwtToken\":\"");
  private static final byte[] END = ascii("\"}");
  private static final int EXPIRY_BYTES = 40;

  private final byte[] config;
  private final byte[] afterToken;
  private final byte[] chatSdkEnd;

  SuccessJson(ClientSettings settings) {
    String object = object(settings);
    String members = object.substring(1, object.length() - 1);
    this.config = object.getBytes(StandardCharsets.UTF_8);
    this.afterToken = ("\"," + members + ",\"expiresAt\":\"").getBytes(StandardCharsets.UTF_8);
    this.chatSdkEnd =
        ("\",\"appkey\":" + quoted(settings.appKey()) + "}").getBytes(StandardCharsets.UTF_8);
  }

  /** The answer to {@code /config}. */
  Buffer config() {
    return Buffer.buffer(config);
  }

  /** The answer to {@code /token}. */
  Buffer token(EndUserToken token) {
    int size = TOKEN_START.length + token.value().length() + afterToken.length + EXPIRY_BYTES;
    return Buffer.buffer(size)
        .appendBytes(TOKEN_START)
        .appendString(token.value())
        .appendBytes(afterToken)
        .appendString(token.expiresAt().toString())
        .appendBytes(END);
  }

  /** The answer to the older Chat SDK. */
  Buffer chatSdkToken(EndUserToken token) {
    return Buffer.buffer(TOKEN_START.length + token.value().length() + chatSdkEnd.length)
        .appendBytes(TOKEN_START)
        .appendString(token.value())
        .appendBytes(chatSdkEnd);
  }

  private static String object(ClientSettings settings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("axpIntegrationId", settings.integrationId());
      json.writeStringField("axpHostName", settings.hostName());
      json.writeStringField("fcmConnectorBaseUrl", settings.fcmConnectorBaseUrl());
      json.writeStringField("configId", settings.configId());
      json.writeStringField("appKey", settings.appKey());
      json.writeStringField("callingRemoteAddress", settings.callingRemoteAddress());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String quoted(String value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
