package io.axptoken.demo.playground;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** A file of the page, held in memory; browsers keep it and ask whether it is still the same. */
final class StaticFile implements Handler<HttpServerRequest> {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Buffer content;
  private final String mediaType;
  private final String entityTag;
  private final PageHeaders headers;

  private StaticFile(byte[] content, String mediaType, PageHeaders headers) {
    this.headers = headers;
    this.content = Buffer.buffer(content);
    this.mediaType = mediaType;
    this.entityTag = '"' + digest(content) + '"';
  }

  /** Reads the file from beside this class. */
  static StaticFile load(String name, PageHeaders headers) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String mediaType = MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    try (InputStream file = StaticFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the playground lacks its file " + name);
      }
      return new StaticFile(file.readAllBytes(), mediaType, headers);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    headers.add(response);
    if (!METHODS.contains(request.method())) {
      response.setStatusCode(405).putHeader(HttpHeaders.ALLOW, "GET, HEAD").end();
      return;
    }
    response
        .putHeader(HttpHeaders.ETAG, entityTag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (entityTag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length())).end();
    } else {
      response.end(content);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
